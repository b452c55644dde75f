using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>The network of the containers. It is stored and returned, but not used.</summary>
internal sealed record VpcConfig
{
    [Required, Length(1, 5)]
    [Length(0, 32, On = Part.Item), Pattern(Patterns.VpcResourceId, On = Part.Item)]
    public List<string>? SecurityGroupIds { get; init; }

    [Required, Length(1, 16)]
    [Length(0, 32, On = Part.Item), Pattern(Patterns.VpcResourceId, On = Part.Item)]
    public List<string>? Subnets { get; init; }
}
