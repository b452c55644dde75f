using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Resources;

/// <summary>A resource was made.</summary>
/// <param name="Noun">What it is, in words.</param>
/// <param name="Arn">Its ARN.</param>
public sealed record ResourceCreated(string Noun, string Arn) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "resourceCreated";

    /// <inheritdoc/>
    public override string Sentence => $"The {Noun} {Arn} was created.";
}

/// <summary>A resource is gone.</summary>
/// <param name="Noun">What it was, in words.</param>
/// <param name="Arn">Its ARN.</param>
public sealed record ResourceDeleted(string Noun, string Arn) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "resourceDeleted";

    /// <inheritdoc/>
    public override string Sentence => $"The {Noun} {Arn} was deleted.";
}
