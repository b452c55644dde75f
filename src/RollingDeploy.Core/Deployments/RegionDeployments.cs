namespace RollingDeploy.Core.Deployments;

/// <summary>What is deployed in a region.</summary>
internal static class RegionDeployments
{
    private static readonly Slot<Simulation, DeploymentSettings> DeploymentSettingsSlot = new(
        static _ => new DeploymentSettings());
    private static readonly Slot<Simulation, DeploymentCounts> DeploymentCountsSlot = new(static _ => new DeploymentCounts());
    private static readonly Slot<Simulation, DeployableKinds> DeployableKindsSlot = new(static _ => new DeployableKinds());

    extension(Region region)
    {
        /// <summary>Everything that is deployed.</summary>
        public IEnumerable<Deployable> Deployables => [.. region.DeployableKinds.All.SelectMany(kind => kind.All(region))];

        /// <summary>What the account counts of its deployments.</summary>
        public DeploymentCounts DeploymentCounts => region.Simulation.DeploymentCounts;

        /// <summary>How the account deploys.</summary>
        public DeploymentSettings DeploymentSettings => region.Simulation.DeploymentSettings;

        private DeployableKinds DeployableKinds => region.Simulation.DeployableKinds;

        /// <summary>What an owner's name stands for, if it is deployed; null where it is not, or not any more.</summary>
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
        /// <summary>What the account counts of its deployments.</summary>
        public DeploymentCounts DeploymentCounts => simulation.Get(DeploymentCountsSlot);

        /// <summary>How the account deploys.</summary>
        public DeploymentSettings DeploymentSettings
        {
            get => simulation.Get(DeploymentSettingsSlot);
            set => simulation.Put(DeploymentSettingsSlot, value);
        }

        /// <summary>The kinds of what is deployed.</summary>
        public DeployableKinds DeployableKinds => simulation.Get(DeployableKindsSlot);
    }
}
