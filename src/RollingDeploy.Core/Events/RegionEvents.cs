namespace RollingDeploy.Core.Events;

/// <summary>How a room tells the rooms above it what happens, and asks them what may.</summary>
internal static class RegionEvents
{
    private static readonly Slot<Simulation, EventLog> EventLogSlot = new(
        static _ => new EventLog(0, new EventLogLimits(), null));

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
        public EventLog EventLog
        {
            get => simulation.Get(EventLogSlot);
            set => simulation.Put(EventLogSlot, value);
        }

        /// <summary>Who is told of it.</summary>
        public Listeners<T> Listeners<T>() => simulation.Get(Hearers<T>.Slot);

        /// <summary>Who is asked about it.</summary>
        public Rules<T> Rules<T>() => simulation.Get(Askers<T>.Slot);
    }

    private static class Hearers<T>
    {
        public static readonly Slot<Simulation, Listeners<T>> Slot = new(static _ => new Listeners<T>());
    }

    private static class Askers<T>
    {
        public static readonly Slot<Simulation, Rules<T>> Slot = new(static _ => new Rules<T>());
    }
}
