namespace RollingDeploy.Host.Wire.Bodies;

/// <summary>
/// Counts the parameters of a form and the parts of their names. The largest form that AWS accepts, 1 MiB of
/// <c>PutMetricData</c>, has
/// 200,000 of them.
/// </summary>
internal sealed class FormParts() : BodyParts(250_000, "parameters and parts of their names")
{
    public override void Look(ReadOnlySpan<byte> next) => Add(next.Count((byte)'&') + next.Count((byte)'.'));
}
