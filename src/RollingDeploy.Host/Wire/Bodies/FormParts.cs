namespace RollingDeploy.Host.Wire.Bodies;

/// <summary>
/// Parameters of a form, and the parts of their names. The largest that AWS takes, a mebibyte of <c>PutMetricData</c>, has
/// 200,000.
/// </summary>
internal sealed class FormParts() : BodyParts(250_000, "parameters and parts of their names")
{
    public override void Look(ReadOnlySpan<byte> next) => Add(next.Count((byte)'&') + next.Count((byte)'.'));
}
