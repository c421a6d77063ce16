namespace BriefingBot.Telemetry;

/// <summary>What the store said when it was looked at last.</summary>
/// <param name="Articles">Current articles.</param>
/// <param name="Passages">Current passages.</param>
/// <param name="StoreBytes">The store on the disk.</param>
/// <param name="SourcesDue">Fetched sources whose check is due.</param>
/// <param name="SourcesFailing">Fetched sources whose last check failed.</param>
/// <param name="IsIndexing">An index run goes on, in whichever process.</param>
/// <param name="HoldsIndexLease">This process holds the lease of the index run.</param>
internal sealed record HostState(
    int Articles,
    int Passages,
    long StoreBytes,
    int SourcesDue,
    int SourcesFailing,
    bool IsIndexing,
    bool HoldsIndexLease
);
