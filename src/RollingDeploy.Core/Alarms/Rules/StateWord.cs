namespace RollingDeploy.Core.Alarms.Rules;

/// <summary>AWS's words for the states of an alarm, which are the functions of a rule too.</summary>
public static class StateWord
{
    /// <summary>The word for a state, in upper case as on all of AWS's pages.</summary>
    public static string Of(AlarmState state) => state switch
    {
        AlarmState.Alarm => "ALARM",
        AlarmState.Ok => "OK",
        AlarmState.InsufficientData => "INSUFFICIENT_DATA",
    };

    /// <summary>The state that a word stands for; null for another word.</summary>
    public static AlarmState? Parse(string word) => word switch
    {
        "ALARM" => AlarmState.Alarm,
        "OK" => AlarmState.Ok,
        "INSUFFICIENT_DATA" => AlarmState.InsufficientData,
        _ => null,
    };
}
