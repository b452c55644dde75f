namespace RollingDeploy.Core.Kernel;

/// <summary>
/// The time zones of the IANA database. The host brings the database along, so that a replay does not depend on the machine.
/// </summary>
public interface ITimeZones
{
    /// <summary>
    /// Returns the offset from UTC of a zone, such as <c>America/New_York</c>, at a moment; null if there is no such zone.
    /// </summary>
    TimeSpan? OffsetAt(string zone, DateTimeOffset moment);
}

/// <summary>Has no time zones, so only fixed offsets can be used.</summary>
internal sealed class NoTimeZones : ITimeZones
{
    public TimeSpan? OffsetAt(string zone, DateTimeOffset moment) => null;
}
