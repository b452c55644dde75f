using RollingDeploy.Host.Seeds.Files;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Seeds.Answers;

/// <summary>
/// Makes calls from answers of AWS, as the AWS CLI prints them. An answer is recognised by its members. The calls are in the
/// order in which resources depend on each other, whatever the files are called.
/// </summary>
internal sealed class AnswerReader
{
    private readonly Dictionary<string, List<Source>> _sources;
    private readonly ModelAnswers _models;
    private readonly EndpointAnswers _endpoints;
    private readonly AlarmAnswers _alarms;
    private readonly ScalingAnswers _scaling;

    // A member that no other answer has.
    private static readonly string[] Marks =
    [
        EndpointAnswers.EndpointArn, EndpointAnswers.ConfigArn, ModelAnswers.ModelArn,
        AlarmAnswers.Metric, AlarmAnswers.Composite, AlarmAnswers.Log, ScalingAnswers.Targets, ScalingAnswers.Policies,
    ];

    public AnswerReader(IEnumerable<Service> services, Destination destination, LeftOut leftOut)
    {
        var operations = new Operations(services);
        _sources = Marks.ToDictionary(mark => mark, _ => new List<Source>());
        _models = new(operations, destination, leftOut);
        _endpoints = new(operations, destination, leftOut);
        _alarms = new(operations, destination, leftOut);
        _scaling = new(operations, destination, leftOut);
    }

    /// <summary>Takes an object if it is an answer. Returns whether it is.</summary>
    public bool Take(string file, SeedObject entry)
    {
        var marks = Marks.Where(entry.Members.ContainsKey).ToList();

        // An answer of DescribeAlarms has several lists.
        foreach (var mark in marks)
        {
            _sources[mark].Add(new(file, entry));
        }

        return marks.Count > 0;
    }

    /// <summary>The calls that make everything of the answers.</summary>
    public IEnumerable<SeedCall> Calls()
    {
        var endpoints = _sources[EndpointAnswers.EndpointArn].SelectMany(_endpoints.Endpoint).ToList();
        var policies = _sources[ScalingAnswers.Policies];
        var alarms = new AlarmSources(
            _sources[AlarmAnswers.Metric],
            _sources[AlarmAnswers.Composite],
            _sources[AlarmAnswers.Log],
            ScalingAnswers.OwnAlarms(policies, _endpoints.Loaded));
        return
        [
            .. _sources[ModelAnswers.ModelArn].Select(_models.Model),
            .. _sources[EndpointAnswers.ConfigArn].Select(_endpoints.Config),
            .. endpoints,
            .. _alarms.Calls(alarms),
            .. _scaling.Calls(_sources[ScalingAnswers.Targets], policies, _endpoints.Loaded),
            .. _alarms.OwnStates(alarms),
        ];
    }
}
