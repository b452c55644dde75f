using RollingDeploy.Benchmarks;

// dotnet run -c Release --project tests/RollingDeploy.Benchmarks
Bench.Print(
    "long rolling update: 100 instances by 5, a bake of 1,400 s, two alarms, under one advance",
    LongRolling.Prepare,
    LongRolling.Run);
Bench.Print(
    "1,000 endpoints of 4 instances roll at once, one instance at a time, a bake of 300 s",
    ManyEndpoints.Prepare,
    ManyEndpoints.Run);
Bench.Print("one round of 100,000 alarms", ManyAlarms.Prepare, ManyAlarms.Run);
MetricMemory.Print();
Listings.Print();
Quotas.Print();
foreach (var protocol in Requests.Protocols)
{
    Requests.WarmUp(protocol);
    Bench.Print($"PutMetricData of 1,000 points by {protocol}, from the body's bytes to the answer's", () => Requests.Prepare(protocol), Requests.Run);
}
