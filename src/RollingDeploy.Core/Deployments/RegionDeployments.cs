namespace RollingDeploy.Core.Deployments;

/// <summary>The resources of a region that are deployed.</summary>
internal static class RegionDeployments
{
    private static readonly Slot<Simulation, DeploymentSettings> DeploymentSettingsSlot = new(
        static _ => new DeploymentSettings());
    private static readonly Slot<Simulation, DeploymentCounts> DeploymentCountsSlot = new(static _ => new DeploymentCounts());
    private static readonly Slot<Simulation, SharedParts> SharedPartsSlot = new(static _ => new SharedParts());
    private static readonly Slot<Simulation, DeployableKinds> DeployableKindsSlot = new(static _ => new DeployableKinds());

    private static readonly Slot<Region, WatchedAlarms> WatchedAlarmsSlot = new(static _ => new WatchedAlarms());

    extension(Region region)
    {
        /// <summary>The alarms that running deployments watch.</summary>
        public WatchedAlarms WatchedAlarms => region.Get(WatchedAlarmsSlot);

        /// <summary>All endpoints and inference components.</summary>
        public IEnumerable<Deployable> Deployables => [.. region.DeployableKinds.All.SelectMany(kind => kind.All(region))];

        /// <summary>The counters of the account.</summary>
        public DeploymentCounts DeploymentCounts => region.Simulation.DeploymentCounts;

        /// <summary>What is equal in many deployments of the account.</summary>
        public SharedParts SharedParts => region.Simulation.SharedParts;

        /// <summary>The settings of deployments in the account.</summary>
        public DeploymentSettings DeploymentSettings => region.Simulation.DeploymentSettings;

        private DeployableKinds DeployableKinds => region.Simulation.DeployableKinds;

        /// <summary>Returns the resource of an owner; null if the owner is no such resource or was deleted.</summary>
        public Deployable? Find(Owner owner)
        {
            foreach (var kind in region.DeployableKinds.All)
            {
                if (kind.Type == owner.Type)
                {
                    return kind.Find(region, owner.Name);
                }
            }

            return null;
        }
    }

    extension(Simulation simulation)
    {
        /// <summary>The counters of the account.</summary>
        public DeploymentCounts DeploymentCounts => simulation.Get(DeploymentCountsSlot);

        /// <summary>What is equal in many deployments of the account.</summary>
        public SharedParts SharedParts => simulation.Get(SharedPartsSlot);

        /// <summary>The settings of deployments in the account.</summary>
        public DeploymentSettings DeploymentSettings
        {
            get => simulation.Get(DeploymentSettingsSlot);
            set => simulation.Put(DeploymentSettingsSlot, value);
        }

        /// <summary>The kinds of resources that are deployed.</summary>
        public DeployableKinds DeployableKinds => simulation.Get(DeployableKindsSlot);
    }
}
