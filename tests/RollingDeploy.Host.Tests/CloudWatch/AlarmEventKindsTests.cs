using System.Runtime.CompilerServices;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Host.CloudWatch.Alarms;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>Every kind of event of an alarm has its item type in the history: a new one fails here until it has.</summary>
public sealed class AlarmEventKindsTests
{
    public static TheoryData<Type> Kinds =>
        [.. typeof(AlarmEvent).Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(AlarmEvent).IsAssignableFrom(type))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TypeOf_EveryKind_IsKnown(Type kind) =>
        AlarmHistoryView.TypeOf((AlarmEvent)RuntimeHelpers.GetUninitializedObject(kind)).Should().NotBeEmpty();
}
