namespace RollingDeploy.Core.Resources;

/// <summary>The resources of a type.</summary>
public interface IResourceTable
{
    /// <summary>The type in ARNs, such as <c>endpoint-config</c>.</summary>
    string ArnType { get; }

    /// <summary>The type in messages, such as <c>endpoint configuration</c>.</summary>
    string Noun { get; }

    /// <summary>Returns the ARN for <paramref name="name"/>, whether or not the resource exists.</summary>
    string ArnOf(string name);

    /// <summary>Returns whether the resource <paramref name="name"/> exists.</summary>
    bool Contains(string name);
}
