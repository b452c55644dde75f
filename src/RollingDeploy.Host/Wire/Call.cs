using RollingDeploy.Core;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Wire;

/// <summary>A call of an AWS operation. Handlers use it to read and change the world of the caller.</summary>
internal sealed class Call(Caller caller, string requestId, Worlds worlds, IServerPings pings)
{
    private Visit? _visit;

    public string Account => caller.Account;

    public string Region => caller.Region;

    public string RequestId => requestId;

    /// <summary>The session of the caller's temporary credentials; null for other credentials.</summary>
    public TemporarySession? Session { get; init; }

    /// <summary>The time of the wall clock, which is not that of any world.</summary>
    public DateTimeOffset Wall => worlds.Wall;

    /// <summary>The settings of every world.</summary>
    public RollingDeployOptions Settings => worlds.Settings;

    /// <summary>Makes and reads NextTokens with the key of the caller's world.</summary>
    public OpaqueToken Tokens => new(Visit.World.TokenKey);

    /// <summary>A warning for the caller of a call that succeeds; null if there is none.</summary>
    public string? Warning { get; private set; }

    private Visit Visit => _visit ??= new Visit(worlds.ForReading(Account));

    // The first write creates the world of the account. Until then, the call reads an empty one.
    private Visit WritingVisit
    {
        get
        {
            var session = worlds.ForWriting(Account);
            return _visit is { } visit && visit.Session == session ? visit : _visit = new Visit(session);
        }
    }

    /// <summary>Runs a command in the caller's world.</summary>
    public TResult Apply<TResult>(Command<TResult> command) => WritingVisit.Apply(command);

    /// <summary>Runs a command in the caller's world, and copies its result out in the same turn.</summary>
    public TCopy Apply<TResult, TCopy>(Command<TResult> command, Func<Region, TResult, TCopy> copy) =>
        WritingVisit.Apply(command, null, copy);

    /// <summary>
    /// Checks something in the caller's world, runs a command, and copies its result out, all in the same turn.
    /// </summary>
    public TCopy Apply<TResult, TCopy>(Command<TResult> command, Action<Region> check, Func<Region, TResult, TCopy> copy) =>
        WritingVisit.Apply(command, check, copy);

    /// <summary>
    /// Runs a command that may launch instances. The real servers that answer for them are pinged before.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="servers">Finds the servers.</param>
    public Task<TResult> Launch<TResult>(Command<TResult> command, Func<Region, IReadOnlyCollection<Uri>> servers)
    {
        var visit = WritingVisit;
        return visit.Launch(command, servers, found => pings.Ask(visit.Session, Region, found));
    }

    /// <summary>
    /// Runs a command that reports the later result of this call, such as the answer of a real server. If the world was reset in
    /// the meantime, it does nothing.
    /// </summary>
    public void Tell<TResult>(Command<TResult> command) => worlds.ForWriting(Account).Tell(_visit!.World, command);

    /// <summary>Reads something from the caller's region.</summary>
    public TResult Read<TResult>(Func<Region, TResult> copy) => Visit.Read(Region, copy);

    /// <summary>Refuses the call if a fault strikes it. This happens before the body is validated, as on AWS.</summary>
    public void RequireServed(Service service, Operation operation)
    {
        if (Visit.World.Glance.HasCallFaults && Strike(operation) is { } struck)
        {
            throw struck.Kind == FaultKind.Throttling
                ? SageMakerErrors.Throttled()
                : SageMakerErrors.Internal(service.Errors.Internal);
        }
    }

    /// <summary>Completes the leap in the mode skip, so that no call sees a world in the middle of a leap.</summary>
    public ValueTask CompleteLeap(CancellationToken gone) => worlds.ForReading(Account).CompleteLeap(gone);

    /// <summary>Sets the warning in the log and in a response header. Only the first warning of a call is kept.</summary>
    /// <param name="text">The text, in ASCII because it becomes a header.</param>
    public void Warn(string text) => Warning ??= text;

    /// <summary>Stores the explanation of an error for the journal of the endpoint.</summary>
    public void Note(string operation, Explanation refusal)
    {
        if (refusal.Endpoint is { } endpoint)
        {
            var subject = refusal.Resource == endpoint ? operation : $"{operation} of {refusal.Resource}";
            Visit.Session.Hints.Add(new Hint(Visit.Now, Region, subject, endpoint, refusal.Hint));
        }
    }

    // Without a pending fault there is no command, because a command would make the region exist.
    private Fault? Strike(Operation operation)
    {
        using var turn = Visit.Enter();
        var faults = turn.Region(Region).Faults;
        return faults.HasPending(FaultKind.Throttling) || faults.HasPending(FaultKind.InternalError)
            ? turn.Apply(new PreparedCommand<Fault?>(new StrikeCall(Region, operation.Name)))
            : null;
    }
}
