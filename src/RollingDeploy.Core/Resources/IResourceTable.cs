namespace RollingDeploy.Core.Resources;

/// <summary>The resources of one type, whatever that is.</summary>
public interface IResourceTable
{
    /// <summary>The type as ARNs have it, such as <c>endpoint-config</c>.</summary>
    string ArnType { get; }

    /// <summary>The type as messages have it, such as <c>endpoint configuration</c>.</summary>
    string Noun { get; }

    /// <summary>The ARN that <paramref name="name"/> has or would have.</summary>
    string ArnOf(string name);

    /// <summary>Whether there is one called <paramref name="name"/>.</summary>
    bool Contains(string name);
}
