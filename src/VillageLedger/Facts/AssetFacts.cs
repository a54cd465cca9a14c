namespace VillageLedger;

/// <summary>An asset has a card in an owner's register. Stream <c>assets/{owner}</c>, like all facts on assets and resources.</summary>
/// <param name="Asset">Its id, unique in the register.</param>
/// <param name="Class"><c>fixed</c>, <c>productive-biological</c>, <c>consumable-biological</c>, <c>public-welfare-biological</c>, <c>intangible</c>, <c>deferred</c>.</param>
/// <param name="PlacedOn">The day from which it serves.</param>
/// <param name="CostFen">Original cost, more than 0.</param>
/// <param name="Standard">The standard of the book at that time, which <paramref name="Account"/> belongs to.</param>
/// <param name="Use">What its depreciation is charged to: <c>operating</c>, <c>administration</c>, <c>public-welfare</c>, <c>production</c>, <c>sales</c>; none where the class is not depreciated.</param>
/// <param name="ResidualFen">What is left at the end, 0 to the cost.</param>
/// <param name="UsefulLifeMonths">From the first month with depreciation.</param>
/// <param name="AccumulatedFen">Written off before, outside this register.</param>
/// <param name="AccumulatedThrough">The last month of that.</param>
/// <param name="Account">The account of its cost, where it is another than the class's.</param>
/// <param name="Voucher">The voucher that booked it.</param>
/// <param name="Works">The works that it came from.</param>
/// <param name="Provisional">Whether the cost is an estimate to be settled later.</param>
public sealed record AssetAdded(
    Owner Owner, string Asset, string Class, string Name, string Category, DateOnly PlacedOn, long CostFen, string Standard,
    string? Use = null, long? ResidualFen = null, int? UsefulLifeMonths = null, long? AccumulatedFen = null, Month? AccumulatedThrough = null, AccountCode? Account = null,
    string? Place = null, Quantity? Quantity = null, Holder? Supplier = null, VoucherId? Voucher = null, string? Document = null, string? Works = null, bool? Provisional = null, bool? Idle = null) : Fact;

/// <summary>What a card says changed from a month on; depreciation up to the month before stays as it is.</summary>
/// <param name="UsefulLifeMonths">The whole life, from the same first month.</param>
/// <param name="Keeper">Who looks after it.</param>
public sealed record AssetAmended(
    Owner Owner, string Asset, Month From, string? Use = null, int? UsefulLifeMonths = null, string? Place = null, UserId? Keeper = null, bool? Idle = null) : Fact;

/// <summary>A card was entered in error and counts for nothing.</summary>
public sealed record AssetWithdrawn(Owner Owner, string Asset, string Reason) : Fact;

/// <summary>A voucher with the depreciation of an owner's assets up to a month was prepared; void together with the voucher.</summary>
/// <param name="Month">The last month that it holds.</param>
/// <param name="Date">Of the voucher; in a later year than the month for a correction of that earlier year.</param>
public sealed record DepreciationProposed(Owner Owner, Month Month, DateOnly Date, VoucherId Voucher, IReadOnlyList<DepreciationPart> Parts) : Fact;

/// <summary>The depreciation of one asset for one use within a proposal.</summary>
/// <param name="From">Its first month; more than one where earlier months were missing.</param>
/// <param name="Fen">For all of them; less than 0 never.</param>
public sealed record DepreciationPart(string Asset, Month From, string Use, long Fen);

/// <summary>An asset left: its vouchers were prepared; void together with them.</summary>
/// <param name="Way"><c>scrapped</c>, <c>sold</c>, <c>donated</c>.</param>
/// <param name="CostFen">Cost that was booked out.</param>
/// <param name="AccumulatedFen">What of it was written off.</param>
/// <param name="ProceedsFen">What was got for it.</param>
/// <param name="CostsFen">What removing it cost.</param>
/// <param name="Account">Where proceeds came in and costs were paid from.</param>
public sealed record AssetDisposed(
    Owner Owner, string Asset, DateOnly Date, string Way, string Reason, long CostFen, long AccumulatedFen, IReadOnlyList<VoucherId> Vouchers,
    long? ProceedsFen = null, long? CostsFen = null, AccountCode? Account = null) : Fact;

/// <summary>An owner's assets were counted (资产盘点). What was missing left the cards with <paramref name="Voucher"/>, and comes back when that is void.</summary>
/// <param name="Count">The id of the request that recorded it.</param>
/// <param name="Missing">Cards booked out to pending losses.</param>
/// <param name="Surplus">What was found and has no card.</param>
public sealed record AssetsCounted(
    Owner Owner, string Count, DateOnly Date, IReadOnlyList<CountedAsset> Counted, IReadOnlyList<MissingAsset>? Missing = null, IReadOnlyList<SurplusAsset>? Surplus = null, VoucherId? Voucher = null) : Fact;

/// <summary>A card that was looked for.</summary>
/// <param name="Condition">What state it was found in.</param>
public sealed record CountedAsset(string Asset, bool Found, string? Condition = null);

/// <summary>A card that was not found, with what was booked out, in fen.</summary>
public sealed record MissingAsset(string Asset, long CostFen, long AccumulatedFen);

/// <summary>A thing that was found and has no card.</summary>
public sealed record SurplusAsset(string Name, Quantity? Quantity = null, string? Condition = null);

/// <summary>Works of an owner's own began (在建工程): their cost stands on the account of works under their id as project.</summary>
/// <param name="BudgetFen">What they may cost.</param>
/// <param name="Contractor">Who builds.</param>
public sealed record WorksOpened(Owner Owner, string Works, string Name, DateOnly Date, long? BudgetFen = null, Holder? Contractor = null, string? Document = null) : Fact;

/// <summary>Works became an asset; void together with the voucher.</summary>
/// <param name="CostFen">Cost of the asset.</param>
/// <param name="PayableFen">What of an estimated cost was not yet booked on the works and is owed.</param>
public sealed record WorksCompleted(Owner Owner, string Works, string Asset, DateOnly Date, long CostFen, VoucherId Voucher, long? PayableFen = null) : Fact;

/// <summary>The estimated cost of an asset is settled; depreciation follows from the next month on. Void together with its voucher.</summary>
/// <param name="CostFen">The settled cost.</param>
/// <param name="BeforeFen">The estimate.</param>
/// <param name="Voucher">None where both are the same.</param>
public sealed record AssetCostSettled(Owner Owner, string Asset, DateOnly Date, long CostFen, long BeforeFen, VoucherId? Voucher = null, string? Document = null) : Fact;

/// <summary>Land, forest or water of an owner is known (资源登记). It has no cost in the books.</summary>
/// <param name="Kind"><c>cultivated-land</c>, <c>garden</c>, <c>forest</c>, <c>grassland</c>, <c>water</c>, <c>construction-land</c>, <c>wasteland</c>, <c>other</c>.</param>
/// <param name="Date">From which day the register says so.</param>
/// <param name="Holder">Who uses it.</param>
/// <param name="Contract">The contract by which.</param>
/// <param name="Certificate">Number of the certificate of its right.</param>
public sealed record ResourceRegistered(
    Owner Owner, string Resource, string Kind, string Name, DateOnly Date, long AreaSquareMetres, string? Place = null, Holder? Holder = null, string? Contract = null, string? Certificate = null,
    string? Document = null) : Fact;

/// <summary>Area or user of a resource is another from a day on; what is not named stays.</summary>
/// <param name="Vacant">Whether nobody uses it any more.</param>
public sealed record ResourceChanged(
    Owner Owner, string Resource, DateOnly Date, string Reason, long? AreaSquareMetres = null, Holder? Holder = null, string? Contract = null, string? Certificate = null, bool? Vacant = null, string? Document = null) : Fact;
