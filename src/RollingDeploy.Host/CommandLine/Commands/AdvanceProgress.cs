using System.Text.Json.Nodes;
using RollingDeploy.Host.CommandLine.Calls;
using RollingDeploy.Host.CommandLine.Output;
using RollingDeploy.Host.Control;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.CommandLine.Commands;

/// <summary>Advances virtual time. If it takes long, a terminal shows how far it is.</summary>
internal static class AdvanceProgress
{
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <returns>The answer of the server.</returns>
    public static async Task<string> Run(ServerRun run, JsonObject request)
    {
        // Before the call, because a clock that is not frozen moves too.
        var start = Screen.ShowsProgress ? await Now(run.Client, run.Cancel) : default;
        var advance = run.Client.Call(HttpMethod.Post, "clock/advance", request, run.Cancel);
        if (!Screen.ShowsProgress || await IsDone(advance, Quick, run.Cancel))
        {
            return await advance;
        }

        await Screen.Progress().StartAsync(async progress =>
        {
            var end = End(start, request);
            var task = progress.AddTask("Advancing", maxValue: Math.Max(1, ((end ?? start) - start).TotalSeconds));
            task.IsIndeterminate = end is null;
            while (!await IsDone(advance, Interval, run.Cancel))
            {
                var now = await Now(run.Client, run.Cancel);
                task.Description = UtcConverter.Text(now);
                task.Value = (now - start).TotalSeconds;
            }

            task.Value = task.MaxValue;
        });
        return await advance;
    }

    // Null if only the server knows.
    private static DateTimeOffset? End(DateTimeOffset start, JsonObject request) =>
        request["seconds"] is { } seconds ? start.AddSeconds(Math.Min((double)seconds, AdvanceRequest.HundredYears))
        : UtcConverter.TryParse((string?)request["to"], out var moment) ? moment
        : null;

    private static async Task<bool> IsDone(Task task, TimeSpan limit, CancellationToken cancel) =>
        await Task.WhenAny(task, Task.Delay(limit, TimeProvider.System, cancel)) == task;

    private static async Task<DateTimeOffset> Now(ControlClient client, CancellationToken cancel) =>
        (await client.Get<ClockState>("clock", cancel)).Now;
}
