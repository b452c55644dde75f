using System.Diagnostics.CodeAnalysis;

namespace RollingDeploy.Core.Endpoints;

/// <summary>The resources of one type in one region, found by name whatever its case (sagemaker-endpoints.md §1.3).</summary>
public sealed class ResourceTable<T>(Region region, string arnType, string? noun = null)
    where T : class, IResource
{
    private readonly Dictionary<string, T> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _noun = noun ?? arnType;

    /// <summary>All of them, in no particular order.</summary>
    public IReadOnlyCollection<T> All => _byName.Values;

    /// <summary>The ARN that <paramref name="name"/> has or would have.</summary>
    public string ArnOf(string name) => Arn.SageMaker(region, arnType, name);

    /// <summary>The one called <paramref name="name"/>.</summary>
    /// <exception cref="AwsFault">There is none: <c>Could not find …</c></exception>
    public T Get(string name) => TryGet(name, out var found) ? found : throw Faults.CouldNotFind(_noun, ArnOf(name));

    /// <summary>The one called <paramref name="name"/>, if there is one.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out T? found) => _byName.TryGetValue(name, out found);

    /// <summary>Refuses a name that is taken.</summary>
    /// <exception cref="AwsFault"><c>Cannot create already existing …</c></exception>
    public void RequireFree(string name)
    {
        if (_byName.ContainsKey(name))
        {
            throw Faults.AlreadyExists(_noun, ArnOf(name));
        }
    }

    internal void Add(T resource) => _byName.Add(resource.Name, resource);

    internal void Remove(T resource) => _byName.Remove(resource.Name);
}
