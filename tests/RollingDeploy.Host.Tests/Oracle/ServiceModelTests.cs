using RollingDeploy.Host.SageMaker.Shapes;

namespace RollingDeploy.Host.Tests.Oracle;

/// <summary>
/// Holds every record against AWS's service model, member by member, where botocore and the SDK for JavaScript are installed.
/// </summary>
public sealed class ServiceModelTests(ITestOutputHelper output)
{
    /// <summary>What differs on purpose. Ten at most: beyond that, the records no longer describe AWS.</summary>
    private static readonly IReadOnlyList<Exclusion> Exclusions =
    [
        new("ProductionVariantInstanceType", Facts.Pattern(Patterns.InstanceType),
            "AWS keeps adding instance types; any ml.* is accepted, and the enumeration is kept for the strict setting"),
        new("EvaluationState", "OneOf EVALUATION_ERROR, EVALUATION_FAILURE, IN_WARM_UP, PARTIAL_DATA",
            "AWS's user guide shows IN_WARM_UP during a warm-up period, and no model has it yet"),
        new("policyDescriptorListType", "Length 0 to 10", "the API reference has the limit in words: up to 10 managed policies"),
    ];

    private static readonly IReadOnlyList<Service> Services =
        [Service.SageMaker, Service.CloudWatch, Service.Runtime, Service.AutoScaling, Service.Sts];

    public static TheoryData<string> SageMakerOperations => [.. Service.SageMaker.Operations];

    public static TheoryData<string> CloudWatchOperations => [.. Service.CloudWatch.Operations];

    public static TheoryData<string> AutoScalingOperations => [.. Service.AutoScaling.Operations];

    public static TheoryData<string> RuntimeOperations => [.. Service.Runtime.Operations];

    public static TheoryData<string> StsOperations => [.. Service.Sts.Operations];

    [Theory]
    [MemberData(nameof(SageMakerOperations))]
    public void Records_OfSageMakerOperation_MatchServiceModel(string operation) => AssertMatch(Service.SageMaker, operation);

    [Theory]
    [MemberData(nameof(CloudWatchOperations))]
    public void Records_OfCloudWatchOperation_MatchServiceModel(string operation) => AssertMatch(Service.CloudWatch, operation);

    [Theory]
    [MemberData(nameof(AutoScalingOperations))]
    public void Records_OfAutoScalingOperation_MatchServiceModel(string operation) => AssertMatch(Service.AutoScaling, operation);

    [Theory]
    [MemberData(nameof(RuntimeOperations))]
    public void Records_OfRuntimeOperation_MatchServiceModel(string operation) => AssertMatch(Service.Runtime, operation);

    [Theory]
    [MemberData(nameof(StsOperations))]
    public void Records_OfStsOperation_MatchServiceModel(string operation) => AssertMatch(Service.Sts, operation);

    [Fact]
    public void Records_OfAnyService_AreAllReachedFromAnOperation()
    {
        var models = Models.FoundOrSkip();

        var unreached = Services.SelectMany(service =>
            service.Records.Except(CompareAll(models, service).SelectMany(comparison => comparison.Records)));

        Report(models, Services, [.. unreached.Select(record => $"{record}: no operation takes or returns it")]);
    }

    [Fact]
    public void Exclusions_OfTheOracle_AreFewAndExplained()
    {
        var reasons = Exclusions.Select(exclusion => exclusion.Reason);

        reasons.Should().HaveCountLessThanOrEqualTo(10).And.NotContain(string.Empty);
    }

    [Fact]
    public void Exclusions_OfTheOracle_AreAllNeeded()
    {
        var models = Models.FoundOrSkip();

        var used = Services.SelectMany(service => CompareAll(models, service))
            .SelectMany(comparison => comparison.UsedExclusions);

        Report(models, Services, [.. Exclusions.Except(used).Select(exclusion => $"{exclusion.Shape}: excluded, but no record has it")]);
    }

    [Fact]
    public void InstanceTypes_Known_AreThoseOfTheServiceModel()
    {
        var models = Models.FoundOrSkip();

        var theirs = models.Load(Service.SageMaker).Shape("ProductionVariantInstanceType").Strings("enum").ToList();

        Report(models, [Service.SageMaker], [
            .. theirs.Except(InstanceTypes.Known).Select(type => $"InstanceTypes.Known: lacks {type}"),
            .. InstanceTypes.Known.Except(theirs).Select(type => $"InstanceTypes.Known: has {type}, which AWS's model has not")]);
    }

    private void AssertMatch(Service service, string operation)
    {
        var models = Models.FoundOrSkip();

        var comparison = Compare(models.Load(service), service, operation, out var unpaired);

        Report(models, [service], [.. unpaired, .. comparison.Differences]);
    }

    private static List<ShapeComparison> CompareAll(Models models, Service service)
    {
        var model = models.Load(service);
        return [.. service.Operations.Select(operation => Compare(model, service, operation, out _))];
    }

    private static ShapeComparison Compare(ServiceModel model, Service service, string operation, out List<string> unpaired)
    {
        var comparison = new ShapeComparison(service.Json.Options, Exclusions);
        unpaired = [];
        if (!model.HasOperation(operation))
        {
            unpaired.Add($"{operation}: not in AWS's model");
            return comparison;
        }

        foreach (var (name, shape) in new[]
        {
            (operation + service.InputSuffix, model.Input(operation)),
            (operation + service.OutputSuffix, model.Output(operation)),
        })
        {
            switch ((service.Record(name), shape))
            {
                case ({ } record, { }):
                    comparison.Compare(record, shape);
                    break;
                case ({ }, null):
                    unpaired.Add($"{name}: not in AWS's model");
                    break;
                case (null, { }):
                    unpaired.Add($"{name}: missing");
                    break;
            }
        }

        return comparison;
    }

    private void Report(Models models, IReadOnlyList<Service> services, IReadOnlyList<string> differences)
    {
        var versions = string.Join(", ", services.Select(models.VersionsOf));
        output.WriteLine($"Compared with {versions}: {differences.Count} differences");
        if (models.Botocore.Version == Botocore.WrittenAgainst)
        {
            differences.Should().BeEmpty("the records follow {0}", versions);
            return;
        }

        output.WriteLine($"The records were written against botocore {Botocore.WrittenAgainst}.");
        foreach (var difference in differences)
        {
            output.WriteLine(difference);
        }
    }
}
