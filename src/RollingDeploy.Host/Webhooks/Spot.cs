using RollingDeploy.Core.Events;
using RollingDeploy.Host.Control.Events;

namespace RollingDeploy.Host.Webhooks;

/// <summary>A place in the events of an account.</summary>
/// <param name="Place">The place.</param>
/// <param name="Log">The log of its epoch; null if it is not at hand.</param>
internal readonly record struct Spot(EventPlace Place, EventLog? Log);
