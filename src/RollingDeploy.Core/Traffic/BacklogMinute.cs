using RollingDeploy.Core.Endpoints;

namespace RollingDeploy.Core.Traffic;

/// <summary>An asynchronous endpoint publishes its backlog of a minute that has ended.</summary>
internal readonly record struct BacklogMinute(Endpoint Endpoint, DateTimeOffset Minute);
