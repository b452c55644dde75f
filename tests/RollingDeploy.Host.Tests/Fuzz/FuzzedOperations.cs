using RollingDeploy.Host.AutoScaling;
using RollingDeploy.Host.CloudWatch;
using RollingDeploy.Host.SageMaker;
using RollingDeploy.Host.Sts;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Tests.Fuzz;

/// <summary>Every operation that there is: a new one is tested without a word here.</summary>
internal static class FuzzedOperations
{
    private static readonly Service[] Services =
        [
            SageMakerService.Create(), CloudWatchService.Create(), AutoScalingService.Create(),
            StsService.Create()];

    private static IEnumerable<(string Service, string Operation)> All =>
        Services.SelectMany(service => service.Operations.Select(operation => (service.Name, operation.Name))).Order();

    public static Service Find(string name) => Services.Single(service => service.Name == name);

    /// <summary>The place of an operation among all, from 1: its account, and with it the seeds of its bodies.</summary>
    public static int Number(string service, string operation) => 1 + All.ToList().IndexOf((service, operation));

    public static TheoryData<string, string> Where(Func<Service, bool> isWanted)
    {
        var data = new TheoryData<string, string>();
        foreach (var (service, operation) in All.Where(each => isWanted(Find(each.Service))))
        {
            data.Add(service, operation);
        }

        return data;
    }
}
