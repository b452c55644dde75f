namespace RollingDeploy.Core.Alarms.Rules;

/// <summary>Converts the states of alarms to AWS's names, which are the functions in rules too.</summary>
public static class StateWord
{
    /// <summary>Returns the name of a state, in upper case as in AWS's documentation.</summary>
    public static string Of(AlarmState state) => state switch
    {
        AlarmState.Alarm => "ALARM",
        AlarmState.Ok => "OK",
        AlarmState.InsufficientData => "INSUFFICIENT_DATA",
    };

    /// <summary>Returns the state with this name; null if there is none.</summary>
    public static AlarmState? Parse(string word) => word switch
    {
        "ALARM" => AlarmState.Alarm,
        "OK" => AlarmState.Ok,
        "INSUFFICIENT_DATA" => AlarmState.InsufficientData,
        _ => null,
    };
}
