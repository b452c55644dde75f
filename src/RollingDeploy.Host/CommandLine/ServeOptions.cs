using System.CommandLine;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.CommandLine;

/// <summary>The options of <c>rollingdeploy serve</c>, and the settings that each of them stands for.</summary>
internal sealed class ServeOptions
{
    private const string LogLevelKey = "Logging:LogLevel:";

    private readonly Option<string> _port = new("--port")
    {
        HelpName = "number",
        Description = "The port to listen on, 4566 if not given. 0 takes any free port.",
    };

    private readonly Option<string> _clock = new("--clock")
    {
        HelpName = "mode",
        Description = "How time passes: real (default), scaled (see --speed), frozen (only when a test advances it) or skip (leaps over every wait).",
    };

    private readonly Option<string> _speed = new("--speed")
    {
        HelpName = "factor",
        Description = "So many virtual seconds pass in a real one. Sets --clock scaled.",
    };

    private readonly Option<string> _account = new("--account")
    {
        HelpName = "id",
        Description = "The account of callers whose access key is not twelve digits, 000000000000 if not given.",
    };

    private readonly Option<string> _logLevel = new("--log-level")
    {
        HelpName = "level",
        Description = "The least important lines to print: Trace, Debug (calls that only read, too), Information (default), Warning, Error, Critical or None.",
    };

    private readonly Option<bool> _quiet = new("--quiet")
    {
        Arity = ArgumentArity.Zero,
        Description = "Prints warnings and errors only: no banner, no calls, no deployments.",
    };

    /// <summary>In the order in which they are explained.</summary>
    public IReadOnlyList<Option> All => [_port, _clock, _speed, _account, _logLevel, _quiet];

    /// <exception cref="StartUpException">A value cannot be, or two arguments contradict each other.</exception>
    public Launch Read(ParseResult parsed)
    {
        var settings = ConfigurationArguments.Read(parsed.UnmatchedTokens, All.Select(option => option.Name));
        var port = Port(parsed, settings);
        var values = new OptionValues();
        Clock(parsed, values);
        Set(parsed, _account, values, $"{RollingDeployOptions.Section}:Account");
        Logging(parsed, values, settings);
        return new Launch
        {
            Arguments = [.. settings.Select(setting => $"--{setting.Key}={setting.Value}")],
            Options = values,
            Port = port,
            WantsDetails = Enum.TryParse<LogLevel>(parsed.GetValue(_logLevel), ignoreCase: true, out var level)
                && level <= LogLevel.Debug,
        };
    }

    private int? Port(ParseResult parsed, IReadOnlyList<KeyValuePair<string, string>> settings) => parsed.GetValue(_port) switch
    {
        null => null,
        _ when settings.Any(
            setting => string.Equals(setting.Key, WebHostDefaults.ServerUrlsKey, StringComparison.OrdinalIgnoreCase)) =>
            throw new StartUpException("--port and --urls both say where to listen; use one of them."),
        var text when Addresses.IsPort(text, out var port) => port,
        var text => throw new StartUpException($"--port is {text}; it must be a port number, from 0 to 65535."),
    };

    private void Clock(ParseResult parsed, OptionValues values)
    {
        Set(parsed, _speed, values, $"{RollingDeployOptions.Section}:Clock:Speed");
        var mode = parsed.GetValue(_clock);
        if (parsed.GetValue(_speed) is null)
        {
            Set(parsed, _clock, values, $"{RollingDeployOptions.Section}:Clock:Mode");
        }
        else if (mode is null || string.Equals(mode, nameof(ClockMode.Scaled), StringComparison.OrdinalIgnoreCase))
        {
            values.Set($"{RollingDeployOptions.Section}:Clock:Mode", nameof(ClockMode.Scaled), _speed.Name);
        }
        else
        {
            throw new StartUpException($"--speed is the speed of --clock scaled, and --clock is {mode}.");
        }
    }

    // ASP.NET has a word for every request: it stays at warnings, unless a setting of its own says otherwise.
    private void Logging(ParseResult parsed, OptionValues values, IReadOnlyList<KeyValuePair<string, string>> settings)
    {
        var (option, text) = parsed.GetValue(_logLevel) is { } given
            ? (_logLevel.Name, given)
            : (_quiet.Name, parsed.GetValue(_quiet) ? nameof(LogLevel.Warning) : null);
        if (text is null)
        {
            return;
        }

        var isLevel = Enum.TryParse<LogLevel>(text, ignoreCase: true, out var level);
        Add("Default", text);
        foreach (var noisy in HostSetup.NoisyCategories)
        {
            Add(noisy, isLevel ? Max(level, LogLevel.Warning).ToString() : nameof(LogLevel.Warning));
        }

        void Add(string category, string value)
        {
            var key = LogLevelKey + category;
            if (!settings.Any(setting => string.Equals(setting.Key, key, StringComparison.OrdinalIgnoreCase)))
            {
                values.Set(key, value, option);
            }
        }
    }

    private static LogLevel Max(LogLevel one, LogLevel other) => one > other ? one : other;

    private static void Set(ParseResult parsed, Option<string> option, OptionValues values, string key)
    {
        if (parsed.GetValue(option) is { } value)
        {
            values.Set(key, value, option.Name);
        }
    }
}
