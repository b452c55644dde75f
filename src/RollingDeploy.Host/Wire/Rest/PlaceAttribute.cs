namespace RollingDeploy.Host.Wire.Rest;

/// <summary>
/// The place of a member in a REST request or response. A member without a place is in the JSON body. The protocol, the OpenAPI
/// document and the oracle test read these attributes.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class PlaceAttribute : Attribute;

/// <summary>The member is in the path, in place of its name in braces.</summary>
internal sealed class LabelAttribute : PlaceAttribute;

/// <summary>The member is in a header.</summary>
internal sealed class HeaderAttribute(string name) : PlaceAttribute
{
    public string Name { get; } = name;
}

/// <summary>The member is the body: its bytes, or a stream of events.</summary>
internal sealed class PayloadAttribute : PlaceAttribute;
