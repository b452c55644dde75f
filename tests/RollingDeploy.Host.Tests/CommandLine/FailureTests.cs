using System.Net.Sockets;
using RollingDeploy.Host.CommandLine;

namespace RollingDeploy.Host.Tests.CommandLine;

/// <summary>What cannot be brought about on every machine that runs the tests.</summary>
public sealed class FailureTests
{
    [Fact]
    public void Explain_OfAFileThatTheUserMayNotRead_SaysWhich() =>
        Failure.Explain(new UnauthorizedAccessException("Access to the path '/app/appsettings.json' is denied.")).Should().Equal(
            "Access to the path '/app/appsettings.json' is denied. The user who runs RollingDeploy must be able to read it.");

    [Fact]
    public void Explain_OfAPortThatTheUserMayNotHave_NamesTheOption() =>
        Failure.Explain(new SocketException((int)SocketError.AccessDenied)).Should().ContainSingle().Which.Should().Contain("--port 4567");

    [Fact]
    public void Explain_OfWhatSomebodyElseWrapped_IsTheSame() =>
        Failure.Explain(new AggregateException(new SocketException((int)SocketError.AccessDenied)))
            .Should().Equal(Failure.Explain(new SocketException((int)SocketError.AccessDenied)));

    [Fact]
    public void Explain_OfADefect_IsLeftToItsMessage() => Failure.Explain(new InvalidOperationException("a defect")).Should().BeNull();
}
