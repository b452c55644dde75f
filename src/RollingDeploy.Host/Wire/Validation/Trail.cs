using System.Globalization;
using System.Text;

namespace RollingDeploy.Host.Wire.Validation;

/// <summary>
/// The current path of a validation. The text is made only for a violation: <c>productionVariants.1.member.instanceType</c>.
/// </summary>
internal sealed class Trail
{
    private readonly List<(string? Name, int Index)> _steps = [];

    public void Enter(string name) => _steps.Add((name, 0));

    public void Enter(int index) => _steps.Add((null, index));

    public void Leave() => _steps.RemoveAt(_steps.Count - 1);

    public override string ToString()
    {
        var path = new StringBuilder();
        foreach (var (name, index) in _steps)
        {
            path.Append(path.Length == 0 ? "" : ".");
            _ = name is not null ? path.Append(name) : path.Append(CultureInfo.InvariantCulture, $"{index + 1}.member");
        }

        return path.ToString();
    }
}
