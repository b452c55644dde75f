namespace RollingDeploy.Host.Wire.Rest;

/// <summary>
/// Where a member of a record stands in a REST request or response. A member without a place stands in the JSON body. The
/// protocol, the OpenAPI document and the oracle test read these.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class PlaceAttribute : Attribute;

/// <summary>In the path, where its name stands in braces.</summary>
internal sealed class LabelAttribute : PlaceAttribute;

/// <summary>In a header.</summary>
internal sealed class HeaderAttribute(string name) : PlaceAttribute
{
    public string Name { get; } = name;
}

/// <summary>The body itself: its bytes as they are, or events one after the other.</summary>
internal sealed class PayloadAttribute : PlaceAttribute;
