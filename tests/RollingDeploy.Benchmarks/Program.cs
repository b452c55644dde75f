using RollingDeploy.Benchmarks;

// dotnet run -c Release --project tests/RollingDeploy.Benchmarks [-- part of a name ...]
(string Name, Action Print)[] all =
[
    ("deployments", Deployments.Print),
    ("idle", Idle.Print),
    ("alarms", ManyAlarms.Print),
    ("memory", Memory.Print),
    ("metrics", MetricMemory.Print),
    ("listings", Listings.Print),
    ("quotas", Quotas.Print),
    ("requests", Requests.Print),
    ("snapshot", Snapshots.Print),
    ("state", KeptState.Print),
    ("traffic", Traffic.Print),
];
foreach (var (_, print) in all.Where(each => args.Length == 0 || args.Any(each.Name.Contains)))
{
    print();
}
