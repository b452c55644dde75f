using System.CommandLine;
using RollingDeploy.Host.CommandLine;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.Tests.CommandLine;

public sealed class ServeOptionsTests
{
    [Theory]
    [InlineData("--urls http://127.0.0.1:1", "--urls=http://127.0.0.1:1")]
    [InlineData("--urls=http://127.0.0.1:1 --A:B=c", "--urls=http://127.0.0.1:1", "--A:B=c")]
    [InlineData("--A:B c=d", "--A:B=c=d")]
    [InlineData("--A:B=", "--A:B=")]
    [InlineData("--A:B @c", "--A:B=@c")]
    [InlineData("--A:B -1", "--A:B=-1")]
    [InlineData("--ENVIRONMENT Test --quiet --Serilog:MinimumLevel=Debug", "--ENVIRONMENT=Test", "--Serilog:MinimumLevel=Debug")]
    public void Read_OfSettingsOfDotNet_PassesThemOn(string arguments, params string[] passed) =>
        Read(arguments).Arguments.Should().Equal(passed);

    [Theory]
    [InlineData("--A:=b", "There is no option --A:. *")]
    [InlineData("A:B=c", "There is no command A:B. *")]
    [InlineData("--A:B --C:D=e", "--A:B has no value. Write --A:B=value.")]
    [InlineData("-p 5000", "There is no option -p. *")]
    [InlineData("--Port=5000", "There is no option --Port. Did you mean --port?")]
    [InlineData("--forward-hosts x", "There is no option --forward-hosts. Did you mean --RollingDeploy:ForwardHosts:0?")]
    [InlineData("help", "There is no command help. Did you mean --help?")]
    [InlineData("--url=http://127.0.0.1:1", "There is no option --url. Did you mean --urls?")]
    public void Read_OfAnUnknownArgument_RefusesIt(string arguments, string sentence)
    {
        var read = () => Read(arguments);

        read.Should().Throw<StartUpException>().WithMessage(sentence);
    }

    [Fact]
    public void Read_OfALogLevel_LeavesAspNetAtWarnings()
    {
        var options = Read("--log-level debug --Logging:LogLevel:System.Net.Http=Trace").Options;

        Value(options, "Logging:LogLevel:Default").Should().Be("debug");
        Value(options, "Logging:LogLevel:Microsoft").Should().Be("Warning");
        Value(options, "Logging:LogLevel:System.Net.Http").Should().BeNull("it was said outright");
    }

    [Theory]
    [InlineData("--quiet", "Warning", "Warning")]
    [InlineData("--quiet --log-level error", "error", "Error")]
    [InlineData("--log-level none", "none", "None")]
    public void Read_OfLessThanWarnings_HoldsForAspNetToo(string arguments, string ours, string others)
    {
        var options = Read(arguments).Options;

        Value(options, "Logging:LogLevel:Default").Should().Be(ours);
        Value(options, "Logging:LogLevel:Microsoft").Should().Be(others);
    }

    [Fact]
    public void Read_OfAnAccount_SetsTheSetting() =>
        Value(Read("--account 111122223333").Options, "RollingDeploy:Account").Should().Be("111122223333");

    private static Launch Read(string arguments)
    {
        var options = new ServeOptions();
        var root = new RootCommand { TreatUnmatchedTokensAsErrors = false };
        foreach (var option in options.All)
        {
            root.Options.Add(option);
        }

        return options.Read(root.Parse(arguments.Split(' '), new ParserConfiguration { ResponseFileTokenReplacer = null }));
    }

    private static string? Value(OptionValues options, string key) => options.TryGet(key, out var value) ? value : null;
}
