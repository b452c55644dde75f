namespace RollingDeploy.Host.Hosting;

/// <summary>What the user has prepared for new worlds.</summary>
internal interface IWorldSeeds
{
    /// <summary>
    /// Reads the seeds of an account, and tries them in a world that nobody sees. The result applies them to a new world.
    /// </summary>
    /// <exception cref="Settings.StartUpException">A seed has a mistake.</exception>
    Task<Func<WorldSession, Task>> Try(string account);
}
