namespace RollingDeploy.Core.Alarms;

/// <summary>The alarms of a region.</summary>
public static class RegionAlarms
{
    extension(Region region)
    {
        /// <summary>The alarms.</summary>
        public AlarmTable Alarms => region.Slot(static _ => new AlarmTable());

        /// <summary>What happened to them.</summary>
        public AlarmHistory AlarmHistory => region.Slot(static region => new AlarmHistory(region));
    }
}
