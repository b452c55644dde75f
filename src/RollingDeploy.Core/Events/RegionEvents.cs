namespace RollingDeploy.Core.Events;

/// <summary>How a room tells the rooms above it what happens, and asks them what may.</summary>
internal static class RegionEvents
{
    extension(Region region)
    {
        /// <summary>Writes down what has happened.</summary>
        public WorldEvent Log(SubjectType type, string name, EventData data) =>
            region.Simulation.EventLog.Append(region, new Subject(type, name), data);

        /// <summary>Tells the listeners of it.</summary>
        public void Tell<T>(T what) => region.Simulation.Listeners<T>().Tell(region, what);

        /// <summary>Asks the rules about it.</summary>
        /// <exception cref="AwsError">One of them objects.</exception>
        public void Require<T>(T what) => region.Simulation.Rules<T>().Check(region, what);
    }

    extension(Simulation simulation)
    {
        /// <summary>What has happened in the account.</summary>
        public EventLog EventLog => simulation.Slot(static _ => new EventLog(0, new EventLogLimits(), null));

        /// <summary>Who is told of it.</summary>
        public Listeners<T> Listeners<T>() => simulation.Slot(static _ => new Listeners<T>());

        /// <summary>Who is asked about it.</summary>
        public Rules<T> Rules<T>() => simulation.Slot(static _ => new Rules<T>());
    }
}
