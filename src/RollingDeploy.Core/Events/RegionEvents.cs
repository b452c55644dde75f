namespace RollingDeploy.Core.Events;

/// <summary>Writes events, and calls listeners and rules.</summary>
internal static class RegionEvents
{
    private static readonly Slot<Simulation, EventLog> EventLogSlot = new(
        static _ => new EventLog(0, new EventLogLimits(), null));

    extension(Region region)
    {
        /// <summary>Appends an event to the log, with the facts about its subject; null for none.</summary>
        public WorldEvent Log(SubjectType type, string name, EventData data, EventFacts? facts = null) =>
            region.Simulation.EventLog.Append(region, new Subject(type, name), data, facts);

        /// <summary>Calls the listeners to this kind of notification.</summary>
        public void Tell<T>(T what) => region.Simulation.Listeners<T>().Tell(region, what);

        /// <summary>Checks all rules for this kind of action.</summary>
        /// <exception cref="AwsError">A rule refuses the action.</exception>
        public void Require<T>(T what) => region.Simulation.Rules<T>().Check(region, what);
    }

    extension(Simulation simulation)
    {
        /// <summary>The event log of the account.</summary>
        public EventLog EventLog
        {
            get => simulation.Get(EventLogSlot);
            set => simulation.Put(EventLogSlot, value);
        }

        /// <summary>Returns the listeners to a kind of notification.</summary>
        public Listeners<T> Listeners<T>() => simulation.Get(Hearers<T>.Slot);

        /// <summary>Returns the rules for a kind of action.</summary>
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
