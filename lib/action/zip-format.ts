/** Marks and methods of zip archives. Format: PKWARE APPNOTE 6.3.10. */

/** Section 4.3.7. */
export const LOCAL_HEADER = 0x04034b50;
/** Section 4.3.12. */
export const CENTRAL_HEADER = 0x02014b50;
/** Section 4.3.16. */
export const END_OF_DIRECTORY = 0x06054b50;
/** Section 4.3.9. */
export const DATA_DESCRIPTOR = 0x08074b50;
/** Bit of the general purpose flags, section 4.4.4. */
export const ENCRYPTED = 0x1;
/** Methods of compression, section 4.4.5. */
export const STORED = 0;
export const DEFLATED = 8;
