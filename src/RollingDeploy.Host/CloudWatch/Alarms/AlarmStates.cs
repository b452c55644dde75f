using RollingDeploy.Core.Alarms;

namespace RollingDeploy.Host.CloudWatch.Alarms;

/// <summary>The names of the states on the wire.</summary>
internal static class AlarmStates
{
    public static AlarmState Read(string name) => name switch
    {
        "OK" => AlarmState.Ok,
        "ALARM" => AlarmState.Alarm,
        _ => AlarmState.InsufficientData,
    };

    public static string Write(AlarmState state) => state switch
    {
        AlarmState.Ok => "OK",
        AlarmState.Alarm => "ALARM",
        _ => "INSUFFICIENT_DATA",
    };
}
