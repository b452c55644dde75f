namespace RollingDeploy.Core.Alarms;

/// <summary>The alarms of a region.</summary>
public static class RegionAlarms
{
    private static readonly Slot<Region, AlarmTable> AlarmsSlot = new(static _ => new AlarmTable());
    private static readonly Slot<Region, AlarmHistory> AlarmHistorySlot = new(static region => new AlarmHistory(region));

    extension(Region region)
    {
        /// <summary>The alarms.</summary>
        public AlarmTable Alarms => region.Get(AlarmsSlot);

        /// <summary>The history of the alarms.</summary>
        public AlarmHistory AlarmHistory => region.Get(AlarmHistorySlot);
    }
}
