using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.AsyncInference;

/// <summary>
/// Which instances of an asynchronous endpoint process which requests. An instance that drains finishes its requests if they end
/// before it is terminated.
/// </summary>
internal sealed class WorkingInstances(Endpoint endpoint)
{
    private readonly Dictionary<string, List<AsyncRequest>> _requests = new(StringComparer.Ordinal);

    /// <summary>
    /// Returns the instance that processes the next request: of those with the fewest requests, the oldest one. Null if none of
    /// these instances can process one more.
    /// </summary>
    public Instance? FreeIn(Serving serving)
    {
        var concurrency = serving.Spec.Async?.Concurrency ?? AsyncSettings.DefaultConcurrency;
        var (all, least) = (0, (Instance?)null);
        foreach (var instance in Of(serving))
        {
            all += CountOf(instance);
            least = least is null || CountOf(instance) < CountOf(least) ? instance : least;
        }

        // Some instances in service may get no traffic, because another fleet has replaced their part of it.
        return least is not null && CountOf(least) < concurrency && all < serving.Instances * concurrency ? least : null;
    }

    public void Take(string instance, AsyncRequest request)
    {
        if (!_requests.TryGetValue(instance, out var requests))
        {
            _requests.Add(instance, requests = []);
        }

        requests.Add(request);
    }

    public void Release(AsyncRequest request)
    {
        if (_requests.TryGetValue(request.InstanceId!, out var requests) && requests.Remove(request) && requests.Count == 0)
        {
            _requests.Remove(request.InstanceId!);
        }
    }

    /// <summary>Returns the requests whose instances are gone, oldest first.</summary>
    public List<AsyncRequest> Lost()
    {
        if (_requests.Count == 0)
        {
            return [];
        }

        var present = new[] { endpoint.Current, endpoint.Pending }.OfType<Fleet>()
            .SelectMany(fleet => fleet.Variants)
            .SelectMany(variant => variant.Instances)
            .Select(instance => instance.Id)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. _requests.Where(each => !present.Contains(each.Key))
                .SelectMany(each => each.Value)
                .OrderBy(request => request.Number),
        ];
    }

    private int CountOf(Instance instance) => _requests.TryGetValue(instance.Id, out var requests) ? requests.Count : 0;

    private IEnumerable<Instance> Of(Serving serving)
    {
        foreach (var fleet in new[] { endpoint.Current, endpoint.Pending })
        {
            foreach (var instance in fleet?.Find(serving.Spec.VariantName)?.Instances ?? [])
            {
                if (instance.State == InstanceState.InService
                    && instance.Spec.ConfigName == serving.Spec.ConfigName
                    && instance.Spec.ModelName == serving.Spec.ModelName)
                {
                    yield return instance;
                }
            }
        }
    }
}
