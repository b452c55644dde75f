namespace RollingDeploy.Core.Tags;

/// <summary>The tags of a region.</summary>
public static class RegionTags
{
    private static readonly Slot<Region, TagTable> TagsSlot = new(static region => new TagTable(region));

    extension(Region region)
    {
        /// <summary>The tags of its resources.</summary>
        public TagTable Tags => region.Get(TagsSlot);
    }
}
