namespace RollingDeploy.Core.Tags;

/// <summary>The tags of a region.</summary>
public static class RegionTags
{
    extension(Region region)
    {
        /// <summary>The tags of its resources.</summary>
        public TagTable Tags => region.Slot(static region => new TagTable(region));
    }
}
