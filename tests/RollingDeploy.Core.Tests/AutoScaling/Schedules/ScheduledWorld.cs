using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.AutoScaling.Schedules;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.AutoScaling.Schedules;

/// <summary>A <see cref="ScaledWorld"/> whose variant is scaled by schedules.</summary>
internal static class ScheduledWorld
{
    /// <summary>Puts an action that runs once, so many seconds from now.</summary>
    public static void In(this ScaledWorld scaled, int seconds, int? min, int? max, string name = "action") =>
        scaled.Schedule(AfterSeconds(scaled, seconds), min, max, name);

    public static void Schedule(
        this ScaledWorld scaled, string expression, int? min, int? max, string name = "action",
        Func<PutScheduledAction, PutScheduledAction>? more = null)
    {
        var put = new PutScheduledAction(TestWorld.RegionName, ScaledWorld.Variant.Key, name)
        {
            Schedule = expression,
            Bounds = new(min, max),
        };
        scaled.World.Apply(more?.Invoke(put) ?? put);
    }

    public static string AfterSeconds(this ScaledWorld scaled, int seconds) =>
        $"at({scaled.World.World.Now.AddSeconds(seconds):yyyy-MM-ddTHH:mm:ss})";

    public static ScheduledAction Action(this ScaledWorld scaled, string name = "action") =>
        scaled.Target.Scheduled.All.Single(action => action.Name == name);

    /// <summary>The activities in words, oldest first: what they did, why, and with which outcome.</summary>
    public static IEnumerable<string> Story(this ScaledWorld scaled) => scaled.World.Region.Scaling.Activities
        .At(scaled.World.World.Now).Select(each => $"{each.Description} | {each.Cause} | {each.StatusMessage}");
}
