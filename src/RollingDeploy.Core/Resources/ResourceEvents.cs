using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Resources;

/// <summary>A resource was created.</summary>
/// <param name="Noun">The type in messages.</param>
/// <param name="Arn">The ARN.</param>
public sealed record ResourceCreated(string Noun, string Arn) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "resourceCreated";

    /// <inheritdoc/>
    public override string Sentence => $"The {Noun} {Arn} was created.";
}

/// <summary>A resource was deleted.</summary>
/// <param name="Noun">The type in messages.</param>
/// <param name="Arn">The ARN.</param>
public sealed record ResourceDeleted(string Noun, string Arn) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "resourceDeleted";

    /// <inheritdoc/>
    public override string Sentence => $"The {Noun} {Arn} was deleted.";
}
