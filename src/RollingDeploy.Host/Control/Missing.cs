using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.AsyncInference;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Models;

namespace RollingDeploy.Host.Control;

/// <summary>
/// A call to our own routes names a resource that does not exist in its account and region. This exception is thrown while the
/// lock of the world is held, so <see cref="Whereabouts"/> looks for the resource in other accounts and regions later.
/// </summary>
internal sealed class MissingException : Exception
{
    private MissingException(string sentence, Func<Region, bool> isIn)
        : base(sentence)
    {
        IsIn = isIn;
    }

    /// <summary>Returns whether a region has the resource.</summary>
    public Func<Region, bool> IsIn { get; }

    public static MissingException Endpoint(string name) =>
        new($"There is no endpoint '{name}'", region => region.Endpoints.TryGet(name, out _));

    public static MissingException InferenceComponent(string name) =>
        new($"There is no inference component '{name}'", region => region.InferenceComponents.TryGet(name, out _));

    public static MissingException Alarm(string name) => new($"There is no alarm '{name}'", region => region.Alarms.Find(name) is not null);

    public static MissingException Model(string name) =>
        new($"There is no model '{name}'", region => region.Models.TryGet(name, out _));

    public static MissingException Fault(string id) =>
        new($"There is no fault '{id}'", region => region.Faults.All.Any(fault => fault.Id == id));

    /// <param name="subject">The endpoint or inference component. It exists, but it has no such deployment.</param>
    /// <param name="noun">The kind of <paramref name="subject"/>, such as "endpoint".</param>
    /// <param name="id">The ID of the deployment.</param>
    public static MissingException Deployment(Deployable subject, string noun, string id) =>
        new($"There is no deployment '{id}' of {noun} '{subject.Name}'", region => Namesake(region, subject)?.Deployments.Any(
            record => record.Deployment.Id == id) is true);

    /// <param name="endpoint">The endpoint. It exists, but it has no such request.</param>
    /// <param name="id">The ID of the request.</param>
    public static MissingException AsyncRequest(Core.Endpoints.Endpoint endpoint, string id) => new(
        $"There is no asynchronous request '{id}' of endpoint '{endpoint.Name}'",
        region => region.Endpoints.TryGet(endpoint.Name, out var same) && same.FindAsyncRequest(id) is not null);

    private static Deployable? Namesake(Region region, Deployable subject) => subject is Core.Endpoints.Endpoint
        ? region.Endpoints.TryGet(subject.Name, out var endpoint) ? endpoint : null
        : region.InferenceComponents.TryGet(subject.Name, out var component) ? component : null;
}
