using RollingDeploy.Core;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;

const string region = "us-east-1";
var w = new World("000000000000", new WorldSettings());
var t = w.Now;
w.Apply(new CreateModel(region, "m", ["img:1"], "{}"), t);
w.Apply(new CreateEndpointConfig(region, "c1", [new ProductionVariant("v", "m", "ml.m5.large", 5, 1)], "{}"), t);
w.Apply(new CreateEndpointConfig(region, "c2", [new ProductionVariant("v", "m", "ml.m5.large", 5, 1)], "{}"), t);
w.Apply(new CreateEndpoint(region, "e", "c1"), t);
w.RunUntil(t.AddSeconds(10));
w.Apply(new AddFault(region, FaultKind.InsufficientCapacity, new() { Fleet = FleetSide.New, AtInstance = args.Length > 0 ? 3 : 99 }, null), w.Now);
w.Apply(new UpdateEndpoint(region, "e", "c2") { DeploymentConfig = new DeploymentConfig { Rolling = new RollingUpdatePolicy(new CapacitySize(CapacitySizeType.InstanceCount, 2), 300) { RollbackMaximumBatchSize = new(CapacitySizeType.InstanceCount, 1) } } }, w.Now);
w.RunUntil(t.AddSeconds(5000));
w.Read(region, w.Now, r =>
{
    var e = r.Endpoints.Get("e");
    foreach (var (d, j) in e.Deployments.SelectMany(d => d.Journal.Select(j => (d, j))))
    {
        Console.WriteLine($"{(j.Time - t).TotalSeconds,7} {d.Deployment.Id} {j.Event,-16} {j.Sentence} old={j.Old?.Instances}/{j.Old?.InService}/{j.Old?.TrafficShare} new={j.New?.Instances}/{j.New?.InService}/{j.New?.TrafficShare}");
    }
    Console.WriteLine($"{e.Status} {e.ConfigName} {e.FailureReason}");
    return 0;
});
