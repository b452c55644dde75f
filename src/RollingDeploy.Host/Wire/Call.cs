using RollingDeploy.Core;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Wire;

/// <summary>A call of an AWS operation. Handlers use it to read and change the world of the caller.</summary>
internal sealed record Call(string Account, string Region, string RequestId, Worlds Worlds)
{
    private World? _changed;

    /// <summary>Makes and reads NextTokens with the key of the caller's world.</summary>
    public OpaqueToken Tokens => new(Worlds.ForReading(Account).World.TokenKey);

    /// <summary>Runs a command in the caller's world.</summary>
    public TResult Apply<TResult>(Command<TResult> command)
    {
        var session = Worlds.ForWriting(Account);
        _changed ??= session.World;
        return session.Apply(command);
    }

    /// <summary>
    /// Runs a command that reports the later result of this call, such as the answer of a real server. If the world was reset in
    /// the meantime, it does nothing.
    /// </summary>
    public void Tell<TResult>(Command<TResult> command) => Worlds.ForWriting(Account).Tell(_changed!, command);

    /// <summary>Refuses the call if a fault strikes it. This happens before the body is validated, as on AWS.</summary>
    public void RequireServed(Service service, Operation operation)
    {
        // Read first, because Apply would create a world for a call that only reads. Most calls are not struck.
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

    /// <summary>Completes the leap in the mode skip, so that no call sees a world in the middle of a leap.</summary>
    public ValueTask CompleteLeap(CancellationToken gone) => Worlds.ForReading(Account).CompleteLeap(gone);

    /// <summary>A warning for the caller of a call that succeeds; null if there is none.</summary>
    public string? Warning { get; private set; }

    /// <summary>Sets the warning in the log and in a response header. Only the first warning of a call is kept.</summary>
    /// <param name="text">The text, in ASCII because it becomes a header.</param>
    public void Warn(string text) => Warning ??= text;

    /// <summary>Stores the explanation of an error for the journal of the endpoint.</summary>
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

    /// <summary>Reads something from the caller's region.</summary>
    public TResult Read<TResult>(Func<Region, TResult> copy) => Worlds.ForReading(Account).Read(Region, copy);
}
