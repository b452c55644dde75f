namespace RollingDeploy.Host.Tests.Stage;

/// <summary>Prints a world to its last private field, so that a test can tell whether anything in it has changed.</summary>
public static class WorldPrinter
{
    public static string Print(Account account) => string.Join('\n', StatePrinter.Lines(account.World));
}
