using RollingDeploy.Core;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Wire;

/// <summary>What an operation's handler knows of its caller, and the only way from it to a world.</summary>
internal sealed record Call(string Account, string Region, string RequestId, Worlds Worlds)
{
    private World? _changed;

    /// <summary>The NextTokens of the caller's world.</summary>
    public OpaqueToken Tokens => new(Worlds.ForReading(Account).World.TokenKey);

    /// <summary>Changes the caller's world.</summary>
    public TResult Apply<TResult>(Command<TResult> command)
    {
        var session = Worlds.ForWriting(Account);
        _changed ??= session.World;
        return session.Apply(command);
    }

    /// <summary>
    /// Tells the world that this call has changed what came of it outside. A world that was reset meanwhile began without the
    /// call, and is left as it is.
    /// </summary>
    public void Tell<TResult>(Command<TResult> command) => Worlds.ForWriting(Account).Tell(_changed!, command);

    /// <summary>Refuses the call where a fault was asked for that strikes it: before its body is looked at, as on AWS.</summary>
    public void RequireServed(Service service, Operation operation)
    {
        // Looking first: a call that only reads makes no world, and nearly none is struck.
        if (!Read(region => region.Faults.HasPending(FaultKind.Throttling) || region.Faults.HasPending(FaultKind.InternalError)))
        {
            return;
        }

        if (Apply(new StrikeCall(Region, operation.Name)) is { } struck)
        {
            throw struck.Kind == FaultKind.Throttling
                ? SageMakerErrors.Throttled()
                : SageMakerErrors.Internal(service.Errors.Internal);
        }
    }

    /// <summary>In mode skip, nobody sees a world in the middle of a leap.</summary>
    public ValueTask CompleteLeap(CancellationToken gone) => Worlds.ForReading(Account).CompleteLeap(gone);

    /// <summary>What the caller should know although the call is carried out; null where there is nothing.</summary>
    public string? Warning { get; private set; }

    /// <summary>Warns in the log and in a header of the answer. A call has one warning at most: the first.</summary>
    /// <param name="text">In ASCII, as headers are.</param>
    public void Warn(string text) => Warning ??= text;

    /// <summary>Keeps what is said of a refusal for the endpoint's journal.</summary>
    public void Note(string operation, Explanation refusal)
    {
        if (refusal.Endpoint is not { } endpoint)
        {
            return;
        }

        var session = Worlds.ForReading(Account);
        var subject = refusal.Resource == endpoint ? operation : $"{operation} of {refusal.Resource}";
        session.Hints.Add(new Hint(session.Read(Region, region => region.Now), Region, subject, endpoint, refusal.Hint));
    }

    /// <summary>Copies something out of the caller's region.</summary>
    public TResult Read<TResult>(Func<Region, TResult> copy) => Worlds.ForReading(Account).Read(Region, copy);
}
