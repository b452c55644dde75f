using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Extensions;
using RollingDeploy.Host.Control;
using RollingDeploy.Host.Health;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Routing;

namespace RollingDeploy.Host.Seeds;

/// <summary>
/// Makes the calls of seeds, in the same way as calls over HTTP. So a mistake is refused with AWS's own words.
/// </summary>
internal sealed class SeedRun(Gateway gateway, OwnRoutes routes, Worlds worlds, HealthWatch health)
{
    /// <summary>Makes the calls one after the other.</summary>
    /// <exception cref="Hosting.Settings.StartUpException">A call is refused. Those before it are not undone.</exception>
    public async Task Make(IEnumerable<SeedCall> calls)
    {
        foreach (var call in calls)
        {
            if (await (call.IsOurs ? Ours(call) : Aws(call)) is { } reason)
            {
                throw call.Place.Mistake($"{call.Name} was refused: {reason}");
            }
        }
    }

    private Task<string?> Ours(SeedCall call) => routes.Call(call.Method, call.Path, Partition(call), call.Body, worlds, health);

    private async Task<string?> Aws(SeedCall call)
    {
        var head = new RequestHead(call.Method, call.Path, Partition(call), new HeaderDictionary());
        var request = new Request(head, PipeReader.Create(new ReadOnlySequence<byte>(call.Body ?? [])));
        var reply = await gateway.Answer(request, CancellationToken.None);
        return request.Refusal is { } refusal ? $"{refusal.Shape}: {refusal.Message}"
            : reply.Status >= StatusCodes.Status400BadRequest ? $"The status is {reply.Status}."
            : null;
    }

    private static QueryString Partition(SeedCall call) =>
        new QueryBuilder { { "account", call.Account }, { "region", call.Region } }.ToQueryString();
}
