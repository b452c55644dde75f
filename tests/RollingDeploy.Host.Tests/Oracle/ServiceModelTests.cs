using RollingDeploy.Host.SageMaker.Shapes;

namespace RollingDeploy.Host.Tests.Oracle;

/// <summary>Holds every record against AWS's service model, member by member, where botocore is installed.</summary>
public sealed class ServiceModelTests(ITestOutputHelper output)
{
    /// <summary>What differs on purpose. Ten at most: beyond that, the records no longer describe AWS.</summary>
    private static readonly IReadOnlyList<Exclusion> Exclusions =
    [
        new("ProductionVariantInstanceType", Facts.Pattern(Patterns.InstanceType),
            "AWS keeps adding instance types; any ml.* is accepted, and the enumeration is kept for the strict setting"),
    ];

    private static readonly IReadOnlyList<Service> Services =
        [Service.SageMaker, Service.CloudWatch, Service.Runtime, Service.AutoScaling];

    public static TheoryData<string> SageMakerOperations => [.. Service.SageMaker.Operations];

    public static TheoryData<string> CloudWatchOperations => [.. Service.CloudWatch.Operations];

    public static TheoryData<string> AutoScalingOperations => [.. Service.AutoScaling.Operations];

    public static TheoryData<string> RuntimeOperations => [.. Service.Runtime.Operations];

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

    [Fact]
    public void Records_OfAnyService_AreAllReachedFromAnOperation()
    {
        var botocore = Botocore.FoundOrSkip();

        var unreached = Services.SelectMany(service =>
            service.Records.Except(CompareAll(botocore, service).SelectMany(comparison => comparison.Records)));

        Report(botocore, [.. unreached.Select(record => $"{record}: no operation takes or returns it")]);
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
        var botocore = Botocore.FoundOrSkip();

        var used = Services.SelectMany(service => CompareAll(botocore, service))
            .SelectMany(comparison => comparison.UsedExclusions);

        Report(botocore, [.. Exclusions.Except(used).Select(exclusion => $"{exclusion.Shape}: excluded, but no record has it")]);
    }

    [Fact]
    public void InstanceTypes_Known_AreThoseOfTheServiceModel()
    {
        var botocore = Botocore.FoundOrSkip();

        var theirs = Load(botocore, Service.SageMaker).Shape("ProductionVariantInstanceType").Strings("enum").ToList();

        Report(botocore, [
            .. theirs.Except(InstanceTypes.Known).Select(type => $"InstanceTypes.Known: lacks {type}"),
            .. InstanceTypes.Known.Except(theirs).Select(type => $"InstanceTypes.Known: has {type}, which AWS's model has not")]);
    }

    private void AssertMatch(Service service, string operation)
    {
        var botocore = Botocore.FoundOrSkip();

        var comparison = Compare(Load(botocore, service), service, operation, out var unpaired);

        Report(botocore, [.. unpaired, .. comparison.Differences]);
    }

    private static List<ShapeComparison> CompareAll(Botocore botocore, Service service)
    {
        var model = Load(botocore, service);
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

        foreach (var (name, shape) in new[] { ($"{operation}Input", model.Input(operation)), ($"{operation}Output", model.Output(operation)) })
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

    private static ServiceModel Load(Botocore botocore, Service service) => botocore.Load(service.Name, service.ApiVersion);

    private void Report(Botocore botocore, IReadOnlyList<string> differences)
    {
        if (botocore.Version == Botocore.WrittenAgainst)
        {
            differences.Should().BeEmpty();
            return;
        }

        output.WriteLine($"botocore {botocore.Version}, records written against {Botocore.WrittenAgainst}: {differences.Count} differences");
        foreach (var difference in differences)
        {
            output.WriteLine(difference);
        }
    }
}
