using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.Hosting;

/// <summary>The settings that options set, as a configuration source of .NET. It knows which option set each of them.</summary>
internal sealed class OptionValues : ConfigurationProvider, IConfigurationSource, INamesSettings
{
    private readonly Dictionary<string, string> _options = new(StringComparer.OrdinalIgnoreCase);

    public void Set(string key, string value, string option)
    {
        Data[key] = value;
        _options[key] = option;
    }

    public string NameOf(string key) => _options.GetValueOrDefault(key) ?? key;

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;
}
