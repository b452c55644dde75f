using RollingDeploy.Core.Alarms.Rules;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Alarms;

/// <summary>An event of an alarm.</summary>
public abstract record AlarmEvent : EventData;

/// <summary>The alarm was created.</summary>
public sealed record AlarmCreated(string Document) : AlarmEvent
{
    /// <inheritdoc/>
    public override string Kind => "alarmCreated";

    /// <inheritdoc/>
    public override string Sentence => "The alarm was created.";

    /// <inheritdoc/>
    internal override int Weight => Document.Length;
}

/// <summary>The alarm was put again.</summary>
public sealed record AlarmUpdated(string OldDocument, string NewDocument) : AlarmEvent
{
    /// <inheritdoc/>
    public override string Kind => "alarmUpdated";

    /// <inheritdoc/>
    public override string Sentence => "The alarm was updated.";

    /// <inheritdoc/>
    internal override int Weight => OldDocument.Length + NewDocument.Length;
}

/// <summary>The alarm was deleted.</summary>
public sealed record AlarmDeleted(string Document) : AlarmEvent
{
    /// <inheritdoc/>
    public override string Kind => "alarmDeleted";

    /// <inheritdoc/>
    public override string Sentence => "The alarm was deleted.";

    /// <inheritdoc/>
    internal override int Weight => Document.Length;
}

/// <summary>The alarm changed its state.</summary>
public sealed record StateUpdate(AlarmStateRecord Old, AlarmStateRecord New) : AlarmEvent
{
    /// <inheritdoc/>
    public override string Kind => "alarmStateChanged";

    /// <inheritdoc/>
    public override string Sentence => $"The state has changed from {StateWord.Of(Old.Value)} to {StateWord.Of(New.Value)}: {New.Reason}";

    /// <inheritdoc/>
    internal override int Weight => WeightOf(Old) + WeightOf(New);

    private static int WeightOf(AlarmStateRecord state) => state.Reason.Length + (state.ReasonData?.Length ?? 0);
}

/// <summary>An action was executed. RollingDeploy only records it, unless it is the action of a scaling policy.</summary>
public sealed record ActionExecuted(string Action, AlarmStateRecord State) : AlarmEvent
{
    /// <inheritdoc/>
    public override string Kind => "alarmActionExecuted";

    /// <inheritdoc/>
    public override string Sentence => $"The action {Action} was carried out.";
}
