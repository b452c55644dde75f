namespace RollingDeploy.Core.Alarms.Rules;

/// <summary>The functions of a rule, one for each state of an alarm, in upper case as on all of AWS's pages.</summary>
internal static class StateWord
{
    public static string Of(AlarmState state) => state switch
    {
        AlarmState.Alarm => "ALARM",
        AlarmState.Ok => "OK",
        _ => "INSUFFICIENT_DATA",
    };

    public static AlarmState? Parse(string word) => word switch
    {
        "ALARM" => AlarmState.Alarm,
        "OK" => AlarmState.Ok,
        "INSUFFICIENT_DATA" => AlarmState.InsufficientData,
        _ => null,
    };
}
