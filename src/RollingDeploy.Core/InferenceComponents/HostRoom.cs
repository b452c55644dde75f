using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>The free resources of an instance while copies are placed on it.</summary>
internal sealed class HostRoom
{
    // A tolerance for rounding errors, so that for example four copies of a quarter core fit on one core.
    private const double Slack = 1e-6;
    private const double MbPerGiB = 1024;

    private readonly List<(InferenceComponent Component, int Count)> _copies = [];
    private double _vCpus;
    private double _accelerators;
    private double _memoryMb;

    public HostRoom(Instance host)
    {
        Host = host;
        Size = InstanceCatalog.Find(host.Spec.InstanceType);
        (_vCpus, _accelerators, _memoryMb) = (Size.VCpus, Size.Accelerators, Size.MemoryGiB * MbPerGiB);
    }

    public Instance Host { get; }

    /// <summary>The resources of the instance without copies.</summary>
    public InstanceSize Size { get; }

    /// <summary>The recorded copies on the instance, by component.</summary>
    public IReadOnlyList<(InferenceComponent Component, int Count)> Copies => _copies;

    /// <summary>The resources that its copies use.</summary>
    public CopyNeeds Taken =>
        new(Size.VCpus - _vCpus, Size.Accelerators - _accelerators, (Size.MemoryGiB * MbPerGiB) - _memoryMb);

    /// <summary>Whether no copy has been placed on the instance.</summary>
    public bool IsIdle { get; private set; } = true;

    /// <summary>Returns whether one more copy fits. Copies of adapters need no resources (null), so they always fit.</summary>
    public bool Fits(CopyNeeds? needs) => needs is null || MostOf(needs, 1) == 1;

    /// <summary>Places as many of <paramref name="count"/> equal copies as fit, and returns the number of the others.</summary>
    public int Take(CopyNeeds? needs, int count)
    {
        if (needs is null)
        {
            return 0;
        }

        var taken = MostOf(needs, count);
        IsIdle &= taken == 0;
        _vCpus -= taken * needs.VCpus;
        _accelerators -= taken * needs.Accelerators;
        _memoryMb -= taken * needs.MemoryMb;
        return count - taken;
    }

    /// <summary>Records copies that were placed on the instance.</summary>
    public void Note(InferenceComponent component, int count)
    {
        if (count > 0)
        {
            _copies.Add((component, count));
        }
    }

    private int MostOf(CopyNeeds needs, int count)
    {
        var most = Times(_vCpus, needs.VCpus, count);
        most = Times(_accelerators, needs.Accelerators, most);
        return Times(_memoryMb, needs.MemoryMb, most);
    }

    private static int Times(double left, double each, int most) =>
        each <= 0 ? most : (int)Math.Clamp(Math.Floor((left + Slack) / each), 0, most);
}
