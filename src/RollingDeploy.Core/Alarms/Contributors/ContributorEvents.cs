namespace RollingDeploy.Core.Alarms.Contributors;

/// <summary>An event of a contributor to an alarm.</summary>
public abstract record ContributorEvent(AlarmContributor Contributor) : AlarmEvent
{
    /// <inheritdoc/>
    internal override int Weight => Contributor.Attributes.Sum(each => each.Name.Length + each.Value.Length);

    /// <summary>The contributor in a sentence, such as <c>EndpointName=a</c>.</summary>
    private protected string Who => string.Join(", ", Contributor.Attributes.Select(each => $"{each.Name}={each.Value}"));
}

/// <summary>A contributor changed its state.</summary>
public sealed record ContributorStateUpdate(AlarmContributor Contributor, AlarmStateRecord State) : ContributorEvent(Contributor)
{
    /// <inheritdoc/>
    public override string Kind => "alarmContributorStateChanged";

    /// <inheritdoc/>
    public override string Sentence => $"The state of {Who} has changed to {Rules.StateWord.Of(State.Value)}: {State.Reason}";

    /// <inheritdoc/>
    internal override int Weight => base.Weight + State.Reason.Length + (State.ReasonData?.Length ?? 0);
}

/// <summary>An action was executed for a contributor. RollingDeploy only records it.</summary>
public sealed record ContributorActionExecuted(AlarmContributor Contributor, string Action, AlarmStateRecord State)
    : ContributorEvent(Contributor)
{
    /// <inheritdoc/>
    public override string Kind => "alarmContributorActionExecuted";

    /// <inheritdoc/>
    public override string Sentence => $"The action {Action} was carried out for {Who}.";
}
