; compiled by zoning.geo.kernels.build from source 3023c01c5d593d49b96e10df28145fc32d081704aea2af139d38506aa9e09ba8

define i32 @zoning_sort_into_cells(ptr %retptr, ptr %excinfo, i64 %arg.n, i64 %arg.columns, i64 %arg.cells, ptr %arg.left, ptr %arg.right, ptr %arg.bottom, ptr %arg.top, ptr %arg.first, ptr %arg.member) {
B0.endif:
  %const = bitcast i64 9223372036854775807 to i64
  %.69 = icmp sgt i64 %arg.n, 0
  br i1 %.69, label %B36.endif.preheader, label %B238.endif

B36.endif.preheader:                              ; preds = %B0.endif
  %scevgep26 = getelementptr i8, ptr %arg.first, i64 16
  %scevgep33 = getelementptr i8, ptr %arg.first, i64 40
  br label %B36.endif

B34.loopexit:                                     ; preds = %B36.endif, %B100.loopexit
  %exitcond.not = icmp eq i64 %arg.n, %.126
  br i1 %exitcond.not, label %B238.endif, label %B36.endif

B100.loopexit:                                    ; preds = %B192.prol.loopexit, %B102.endif, %B192
  %lsr.iv.next28 = add i64 %lsr.iv27, %arg.columns
  %.242 = icmp ugt i64 %.241303311, 1
  br i1 %.242, label %B102.endif, label %B34.loopexit

B192:                                             ; preds = %B192.preheader10, %B192
  %lsr.iv35 = phi ptr [ %scevgep34, %B192.preheader10 ], [ %scevgep36, %B192 ]
  %lsr.iv31 = phi i64 [ %9, %B192.preheader10 ], [ %lsr.iv.next32, %B192 ]
  %scevgep39 = getelementptr i8, ptr %lsr.iv35, i64 -24
  %.415 = load i64, ptr %scevgep39, align 8
  %.416 = add nsw i64 %.415, 1
  store i64 %.416, ptr %scevgep39, align 8
  %scevgep38 = getelementptr i8, ptr %lsr.iv35, i64 -16
  %.415.1 = load i64, ptr %scevgep38, align 8
  %.416.1 = add nsw i64 %.415.1, 1
  store i64 %.416.1, ptr %scevgep38, align 8
  %scevgep37 = getelementptr i8, ptr %lsr.iv35, i64 -8
  %.415.2 = load i64, ptr %scevgep37, align 8
  %.416.2 = add nsw i64 %.415.2, 1
  store i64 %.416.2, ptr %scevgep37, align 8
  %.415.3 = load i64, ptr %lsr.iv35, align 8
  %.416.3 = add nsw i64 %.415.3, 1
  store i64 %.416.3, ptr %lsr.iv35, align 8
  %lsr.iv.next32 = add i64 %lsr.iv31, -4
  %scevgep36 = getelementptr i8, ptr %lsr.iv35, i64 32
  %.374.3 = icmp sgt i64 %lsr.iv.next32, 4
  br i1 %.374.3, label %B192, label %B100.loopexit

B414.loopexit:                                    ; preds = %B416.endif, %B480.loopexit
  %exitcond386.not = icmp eq i64 %arg.n, %.707
  br i1 %exitcond386.not, label %common.ret, label %B416.endif

B480.loopexit:                                    ; preds = %B572.prol.loopexit, %B482.endif, %B572
  %.823 = icmp ugt i64 %.822351359, 1
  br i1 %.823, label %B482.endif, label %B414.loopexit

B572:                                             ; preds = %B572.preheader9, %B572
  %lsr.iv13 = phi ptr [ %scevgep12, %B572.preheader9 ], [ %scevgep14, %B572 ]
  %lsr.iv = phi i64 [ %17, %B572.preheader9 ], [ %lsr.iv.next, %B572 ]
  %scevgep15 = getelementptr i8, ptr %lsr.iv13, i64 -8
  %.996 = load i64, ptr %scevgep15, align 8
  %.999 = getelementptr i64, ptr %arg.member, i64 %.996
  store i64 %.700365375, ptr %.999, align 8
  %.1004 = load i64, ptr %scevgep15, align 8
  %.1005 = add nsw i64 %.1004, 1
  store i64 %.1005, ptr %scevgep15, align 8
  %.996.1 = load i64, ptr %lsr.iv13, align 8
  %.999.1 = getelementptr i64, ptr %arg.member, i64 %.996.1
  store i64 %.700365375, ptr %.999.1, align 8
  %.1004.1 = load i64, ptr %lsr.iv13, align 8
  %.1005.1 = add nsw i64 %.1004.1, 1
  store i64 %.1005.1, ptr %lsr.iv13, align 8
  %lsr.iv.next = add i64 %lsr.iv, -2
  %scevgep14 = getelementptr i8, ptr %lsr.iv13, i64 16
  %.955.1 = icmp sgt i64 %lsr.iv.next, 2
  br i1 %.955.1, label %B572, label %B480.loopexit

common.ret:                                       ; preds = %B384.endif, %B414.loopexit
  store i64 %most.2.0.lcssa, ptr %retptr, align 8
  ret i32 0

B36.endif:                                        ; preds = %B34.loopexit, %B36.endif.preheader
  %.119317327 = phi i64 [ %.126, %B34.loopexit ], [ 0, %B36.endif.preheader ]
  %.126 = add nuw nsw i64 %.119317327, 1
  %.156 = getelementptr i64, ptr %arg.bottom, i64 %.119317327
  %.157 = load i64, ptr %.156, align 8
  %.160 = getelementptr i64, ptr %arg.top, i64 %.119317327
  %.161 = load i64, ptr %.160, align 8
  %reass.sub = sub i64 %.161, %.157
  %.242309388 = icmp ult i64 %reass.sub, %const
  br i1 %.242309388, label %B102.endif.lr.ph, label %B34.loopexit

B102.endif.lr.ph:                                 ; preds = %B36.endif
  %.199 = add nuw nsw i64 %reass.sub, 1
  %0 = mul i64 %arg.columns, %.157
  br label %B102.endif

B102.endif:                                       ; preds = %B102.endif.lr.ph, %B100.loopexit
  %lsr.iv27 = phi i64 [ %0, %B102.endif.lr.ph ], [ %lsr.iv.next28, %B100.loopexit ]
  %.241303311 = phi i64 [ %.199, %B102.endif.lr.ph ], [ %.251, %B100.loopexit ]
  %.248304310 = phi i64 [ %.157, %B102.endif.lr.ph ], [ %.255, %B100.loopexit ]
  %.251 = add nsw i64 %.241303311, -1
  %.255 = add i64 %.248304310, 1
  %.281 = mul nsw i64 %.248304310, %arg.columns
  %sunkaddr = mul i64 %.119317327, 8
  %sunkaddr40 = getelementptr i8, ptr %arg.left, i64 %sunkaddr
  %.285 = load i64, ptr %sunkaddr40, align 8
  %.286 = add nsw i64 %.285, %.281
  %sunkaddr41 = mul i64 %.119317327, 8
  %sunkaddr42 = getelementptr i8, ptr %arg.right, i64 %sunkaddr41
  %.292 = load i64, ptr %sunkaddr42, align 8
  %.293 = add i64 %.281, 1
  %.294 = add i64 %.293, %.292
  %.331 = sub i64 %.294, %.286
  %.374299.not = icmp slt i64 %.331, 1
  br i1 %.374299.not, label %B100.loopexit, label %B192.preheader

B192.preheader:                                   ; preds = %B102.endif
  %1 = sub i64 %.292, %.285
  %xtraiter = and i64 %.331, 3
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  br i1 %lcmp.mod.not, label %B192.prol.loopexit, label %B192.prol.preheader

B192.prol.preheader:                              ; preds = %B192.preheader
  %2 = add nsw i64 %.285, %lsr.iv27
  %3 = shl i64 %2, 3
  %scevgep29 = getelementptr i8, ptr %scevgep26, i64 %3
  br label %B192.prol

B192.prol:                                        ; preds = %B192.prol, %B192.prol.preheader
  %prol.iter = phi i64 [ %prol.iter.next, %B192.prol ], [ 0, %B192.prol.preheader ]
  %4 = shl nuw nsw i64 %prol.iter, 3
  %scevgep30 = getelementptr i8, ptr %scevgep29, i64 %4
  %.415.prol = load i64, ptr %scevgep30, align 8
  %.416.prol = add nsw i64 %.415.prol, 1
  store i64 %.416.prol, ptr %scevgep30, align 8
  %prol.iter.next = add i64 %prol.iter, 1
  %prol.iter.cmp.not = icmp eq i64 %xtraiter, %prol.iter.next
  br i1 %prol.iter.cmp.not, label %B192.prol.loopexit.loopexit, label %B192.prol, !llvm.loop !0

B192.prol.loopexit.loopexit:                      ; preds = %B192.prol
  %5 = sub i64 %.331, %prol.iter.next
  %6 = add nsw i64 %.285, %lsr.iv27
  %7 = add i64 %6, %prol.iter.next
  br label %B192.prol.loopexit

B192.prol.loopexit:                               ; preds = %B192.prol.loopexit.loopexit, %B192.preheader
  %.373297301.unr = phi i64 [ %.331, %B192.preheader ], [ %5, %B192.prol.loopexit.loopexit ]
  %.380298300.unr = phi i64 [ %.286, %B192.preheader ], [ %7, %B192.prol.loopexit.loopexit ]
  %8 = icmp ult i64 %1, 3
  br i1 %8, label %B100.loopexit, label %B192.preheader10

B192.preheader10:                                 ; preds = %B192.prol.loopexit
  %9 = add i64 %.373297301.unr, 4
  %10 = shl i64 %.380298300.unr, 3
  %scevgep34 = getelementptr i8, ptr %scevgep33, i64 %10
  br label %B192

B238.endif:                                       ; preds = %B34.loopexit, %B0.endif
  %.522337.not = icmp slt i64 %arg.cells, 1
  br i1 %.522337.not, label %B384.endif, label %B274.endif.preheader

B274.endif.preheader:                             ; preds = %B238.endif
  %scevgep = getelementptr i8, ptr %arg.first, i64 8
  %load_initial = load i64, ptr %scevgep, align 8
  %xtraiter2 = and i64 %arg.cells, 3
  %11 = icmp ult i64 %arg.cells, 4
  br i1 %11, label %B274.endif.epil.preheader, label %B274.endif.preheader.new

B274.endif.preheader.new:                         ; preds = %B274.endif.preheader
  %const_mat = add i64 %const, -3
  %unroll_iter = and i64 %arg.cells, %const_mat
  br label %B274.endif

B274.endif:                                       ; preds = %B274.endif, %B274.endif.preheader.new
  %store_forwarded = phi i64 [ %load_initial, %B274.endif.preheader.new ], [ %.603.3, %B274.endif ]
  %most.2.0340 = phi i64 [ 0, %B274.endif.preheader.new ], [ %.11.i.3, %B274.endif ]
  %.528336338 = phi i64 [ 0, %B274.endif.preheader.new ], [ %.535.3, %B274.endif ]
  %sunkaddr43 = mul i64 %.528336338, 8
  %sunkaddr44 = getelementptr i8, ptr %arg.first, i64 %sunkaddr43
  %sunkaddr45 = getelementptr i8, ptr %sunkaddr44, i64 16
  %.563 = load i64, ptr %sunkaddr45, align 8
  %.11.i = tail call i64 @llvm.smax.i64(i64 %.563, i64 %most.2.0340)
  %.603 = add nsw i64 %store_forwarded, %.563
  store i64 %.603, ptr %sunkaddr45, align 8
  %sunkaddr46 = mul i64 %.528336338, 8
  %sunkaddr47 = getelementptr i8, ptr %arg.first, i64 %sunkaddr46
  %sunkaddr48 = getelementptr i8, ptr %sunkaddr47, i64 24
  %.563.1 = load i64, ptr %sunkaddr48, align 8
  %.11.i.1 = tail call i64 @llvm.smax.i64(i64 %.563.1, i64 %.11.i)
  %.603.1 = add nsw i64 %.603, %.563.1
  store i64 %.603.1, ptr %sunkaddr48, align 8
  %sunkaddr49 = mul i64 %.528336338, 8
  %sunkaddr50 = getelementptr i8, ptr %arg.first, i64 %sunkaddr49
  %sunkaddr51 = getelementptr i8, ptr %sunkaddr50, i64 32
  %.563.2 = load i64, ptr %sunkaddr51, align 8
  %.11.i.2 = tail call i64 @llvm.smax.i64(i64 %.563.2, i64 %.11.i.1)
  %.603.2 = add nsw i64 %.603.1, %.563.2
  store i64 %.603.2, ptr %sunkaddr51, align 8
  %sunkaddr52 = mul i64 %.528336338, 8
  %sunkaddr53 = getelementptr i8, ptr %arg.first, i64 %sunkaddr52
  %sunkaddr54 = getelementptr i8, ptr %sunkaddr53, i64 40
  %.563.3 = load i64, ptr %sunkaddr54, align 8
  %.11.i.3 = tail call i64 @llvm.smax.i64(i64 %.563.3, i64 %.11.i.2)
  %.535.3 = add nuw nsw i64 %.528336338, 4
  %.603.3 = add nsw i64 %.603.2, %.563.3
  store i64 %.603.3, ptr %sunkaddr54, align 8
  %niter.ncmp.3 = icmp eq i64 %unroll_iter, %.535.3
  br i1 %niter.ncmp.3, label %B384.endif.loopexit.unr-lcssa, label %B274.endif

B384.endif.loopexit.unr-lcssa:                    ; preds = %B274.endif
  %lcmp.mod3.not = icmp eq i64 %xtraiter2, 0
  br i1 %lcmp.mod3.not, label %B384.endif, label %B274.endif.epil.preheader

B274.endif.epil.preheader:                        ; preds = %B384.endif.loopexit.unr-lcssa, %B274.endif.preheader
  %store_forwarded.epil.init = phi i64 [ %load_initial, %B274.endif.preheader ], [ %.603.3, %B384.endif.loopexit.unr-lcssa ]
  %most.2.0340.epil.init = phi i64 [ 0, %B274.endif.preheader ], [ %.11.i.3, %B384.endif.loopexit.unr-lcssa ]
  %.528336338.epil.init = phi i64 [ 0, %B274.endif.preheader ], [ %.535.3, %B384.endif.loopexit.unr-lcssa ]
  %12 = shl i64 %.528336338.epil.init, 3
  %13 = add i64 %12, 16
  %scevgep16 = getelementptr i8, ptr %arg.first, i64 %13
  br label %B274.endif.epil

B274.endif.epil:                                  ; preds = %B274.endif.epil, %B274.endif.epil.preheader
  %store_forwarded.epil = phi i64 [ %store_forwarded.epil.init, %B274.endif.epil.preheader ], [ %.603.epil, %B274.endif.epil ]
  %most.2.0340.epil = phi i64 [ %most.2.0340.epil.init, %B274.endif.epil.preheader ], [ %.11.i.epil, %B274.endif.epil ]
  %epil.iter = phi i64 [ 0, %B274.endif.epil.preheader ], [ %epil.iter.next, %B274.endif.epil ]
  %14 = shl nuw nsw i64 %epil.iter, 3
  %scevgep17 = getelementptr i8, ptr %scevgep16, i64 %14
  %.563.epil = load i64, ptr %scevgep17, align 8
  %.11.i.epil = tail call i64 @llvm.smax.i64(i64 %.563.epil, i64 %most.2.0340.epil)
  %.603.epil = add nsw i64 %store_forwarded.epil, %.563.epil
  store i64 %.603.epil, ptr %scevgep17, align 8
  %epil.iter.next = add i64 %epil.iter, 1
  %epil.iter.cmp.not = icmp eq i64 %xtraiter2, %epil.iter.next
  br i1 %epil.iter.cmp.not, label %B384.endif, label %B274.endif.epil, !llvm.loop !2

B384.endif:                                       ; preds = %B274.endif.epil, %B384.endif.loopexit.unr-lcssa, %B238.endif
  %most.2.0.lcssa = phi i64 [ 0, %B238.endif ], [ %.11.i.3, %B384.endif.loopexit.unr-lcssa ], [ %.11.i.epil, %B274.endif.epil ]
  %.694372.not = icmp slt i64 %arg.n, 1
  br i1 %.694372.not, label %common.ret, label %B416.endif.preheader

B416.endif.preheader:                             ; preds = %B384.endif
  %scevgep11 = getelementptr i8, ptr %arg.first, i64 16
  br label %B416.endif

B416.endif:                                       ; preds = %B416.endif.preheader, %B414.loopexit
  %.700365375 = phi i64 [ %.707, %B414.loopexit ], [ 0, %B416.endif.preheader ]
  %.707 = add nuw nsw i64 %.700365375, 1
  %.737 = getelementptr i64, ptr %arg.bottom, i64 %.700365375
  %.738 = load i64, ptr %.737, align 8
  %.741 = getelementptr i64, ptr %arg.top, i64 %.700365375
  %.742 = load i64, ptr %.741, align 8
  %reass.sub383 = sub i64 %.742, %.738
  %.823357389 = icmp ult i64 %reass.sub383, %const
  br i1 %.823357389, label %B482.endif.lr.ph, label %B414.loopexit

B482.endif.lr.ph:                                 ; preds = %B416.endif
  %.780 = add nuw nsw i64 %reass.sub383, 1
  br label %B482.endif

B482.endif:                                       ; preds = %B482.endif.lr.ph, %B480.loopexit
  %.822351359 = phi i64 [ %.780, %B482.endif.lr.ph ], [ %.832, %B480.loopexit ]
  %.829352358 = phi i64 [ %.738, %B482.endif.lr.ph ], [ %.836, %B480.loopexit ]
  %.832 = add nsw i64 %.822351359, -1
  %.836 = add i64 %.829352358, 1
  %.862 = mul nsw i64 %.829352358, %arg.columns
  %sunkaddr55 = mul i64 %.700365375, 8
  %sunkaddr56 = getelementptr i8, ptr %arg.left, i64 %sunkaddr55
  %.866 = load i64, ptr %sunkaddr56, align 8
  %.867 = add nsw i64 %.866, %.862
  %sunkaddr57 = mul i64 %.700365375, 8
  %sunkaddr58 = getelementptr i8, ptr %arg.right, i64 %sunkaddr57
  %.873 = load i64, ptr %sunkaddr58, align 8
  %.874 = add i64 %.862, 1
  %.875 = add i64 %.874, %.873
  %.912 = sub i64 %.875, %.867
  %.955346.not = icmp slt i64 %.912, 1
  br i1 %.955346.not, label %B480.loopexit, label %B572.preheader

B572.preheader:                                   ; preds = %B482.endif
  %xtraiter6 = and i64 %.912, 1
  %lcmp.mod7.not = icmp eq i64 %xtraiter6, 0
  br i1 %lcmp.mod7.not, label %B572.prol.loopexit, label %B572.prol

B572.prol:                                        ; preds = %B572.preheader
  %.964.prol = add nsw i64 %.912, -1
  %.968.prol = add i64 %.867, 1
  %15 = getelementptr i64, ptr %arg.first, i64 %.867
  %.995.prol = getelementptr i8, ptr %15, i64 8
  %.996.prol = load i64, ptr %.995.prol, align 8
  %.999.prol = getelementptr i64, ptr %arg.member, i64 %.996.prol
  store i64 %.700365375, ptr %.999.prol, align 8
  %.1004.prol = load i64, ptr %.995.prol, align 8
  %.1005.prol = add nsw i64 %.1004.prol, 1
  store i64 %.1005.prol, ptr %.995.prol, align 8
  br label %B572.prol.loopexit

B572.prol.loopexit:                               ; preds = %B572.prol, %B572.preheader
  %.954344348.unr = phi i64 [ %.912, %B572.preheader ], [ %.964.prol, %B572.prol ]
  %.961345347.unr = phi i64 [ %.867, %B572.preheader ], [ %.968.prol, %B572.prol ]
  %16 = icmp eq i64 %.873, %.866
  br i1 %16, label %B480.loopexit, label %B572.preheader9

B572.preheader9:                                  ; preds = %B572.prol.loopexit
  %17 = add i64 %.954344348.unr, 2
  %18 = shl i64 %.961345347.unr, 3
  %scevgep12 = getelementptr i8, ptr %scevgep11, i64 %18
  br label %B572
}

declare i64 @llvm.smax.i64(i64, i64)

declare void @llvm.assume(i1)

define i32 @zoning_pairs_in_cells(ptr %retptr, ptr %excinfo, i64 %arg.columns, i64 %arg.cells, ptr %arg.left, ptr %arg.bottom, ptr %arg.west, ptr %arg.east, ptr %arg.south, ptr %arg.north, ptr %arg.wanted, ptr %arg.first, ptr %arg.member, i64 %arg.room, ptr %arg.state, ptr %arg.one, ptr %arg.two) {
B0:
  %.57 = load i64, ptr %arg.state, align 8
  %.65 = getelementptr i8, ptr %arg.state, i64 8
  %.66 = load i64, ptr %.65, align 8
  %.74 = icmp slt i64 %.57, %arg.cells
  br i1 %.74, label %B54.preheader, label %common.ret

B54.preheader:                                    ; preds = %B0
  %scevgep = getelementptr i8, ptr %arg.member, i64 8
  br label %B54

B54:                                              ; preds = %B636, %B54.preheader
  %count.5.0 = phi i64 [ %count.6.2, %B636 ], [ 0, %B54.preheader ]
  %cell.2.0 = phi i64 [ %.104, %B636 ], [ %.57, %B54.preheader ]
  %p.2.0 = phi i64 [ %p.3.2, %B636 ], [ %.66, %B54.preheader ]
  %.104 = add nsw i64 %cell.2.0, 1
  %.106 = getelementptr i64, ptr %arg.first, i64 %.104
  %.107 = load i64, ptr %.106, align 8
  %.113 = icmp sgt i64 %.107, %p.2.0
  br i1 %.113, label %B90.preheader, label %B636

B90.preheader:                                    ; preds = %B54
  %.126192 = sub i64 %count.5.0, %p.2.0
  %.128194 = add i64 %.126192, %.107
  %.130195 = icmp sgt i64 %.128194, %arg.room
  br i1 %.130195, label %common.ret, label %B138.endif.preheader

B138.endif.preheader:                             ; preds = %B90.preheader
  %0 = add nsw i64 %.107, -1
  %1 = sub i64 %.107, %p.2.0
  %2 = shl i64 %p.2.0, 3
  %scevgep49 = getelementptr i8, ptr %scevgep, i64 %2
  br label %B138.endif

B90:                                              ; preds = %B612
  %p.4.1.neg = xor i64 %p.4.1197, -1
  %.126 = add i64 %.107, %p.4.1.neg
  %.128 = add i64 %.126, %count.3.3.lcssa
  %lsr.iv.next = add i64 %lsr.iv, -1
  %scevgep51 = getelementptr i8, ptr %lsr.iv50, i64 8
  %.130 = icmp sgt i64 %.128, %arg.room
  br i1 %.130, label %common.ret, label %B138.endif

common.ret:                                       ; preds = %B636, %B90, %B90.preheader, %B0
  %storemerge22 = phi i64 [ %.57, %B0 ], [ %cell.2.0, %B90 ], [ %cell.2.0, %B90.preheader ], [ %arg.cells, %B636 ]
  %storemerge21 = phi i64 [ %.66, %B0 ], [ %.195, %B90 ], [ %p.2.0, %B90.preheader ], [ %p.3.2, %B636 ]
  %storemerge = phi i64 [ 0, %B0 ], [ %count.3.3.lcssa, %B90 ], [ %count.5.0, %B90.preheader ], [ %count.6.2, %B636 ]
  store i64 %storemerge22, ptr %arg.state, align 8
  %sunkaddr = getelementptr i8, ptr %arg.state, i64 8
  store i64 %storemerge21, ptr %sunkaddr, align 8
  store i64 %storemerge, ptr %retptr, align 8
  ret i32 0

B194:                                             ; preds = %B194.lr.ph, %B661
  %lsr.iv52 = phi ptr [ %lsr.iv50, %B194.lr.ph ], [ %scevgep53, %B661 ]
  %lsr.iv47 = phi i64 [ %lsr.iv, %B194.lr.ph ], [ %lsr.iv.next48, %B661 ]
  %count.3.3182 = phi i64 [ %count.2.1196, %B194.lr.ph ], [ %count.4.4, %B661 ]
  %.318 = load i64, ptr %lsr.iv52, align 8
  %sunkaddr54 = mul i64 %.190, 8
  %sunkaddr55 = getelementptr i8, ptr %arg.wanted, i64 %sunkaddr54
  %.325 = load i64, ptr %sunkaddr55, align 8
  %.328 = getelementptr i64, ptr %arg.wanted, i64 %.318
  %.329 = load i64, ptr %.328, align 8
  %.330 = sub i64 0, %.329
  %.331 = icmp eq i64 %.325, %.330
  br i1 %.331, label %B661, label %B256

B256:                                             ; preds = %B194
  %sunkaddr56 = mul i64 %.190, 8
  %sunkaddr57 = getelementptr i8, ptr %arg.west, i64 %sunkaddr56
  %.345 = load double, ptr %sunkaddr57, align 8
  %.348 = getelementptr double, ptr %arg.east, i64 %.318
  %.349 = load double, ptr %.348, align 8
  %.350 = fcmp ogt double %.345, %.349
  br i1 %.350, label %B661, label %B292

B292:                                             ; preds = %B256
  %.354 = getelementptr double, ptr %arg.west, i64 %.318
  %.355 = load double, ptr %.354, align 8
  %sunkaddr58 = mul i64 %.190, 8
  %sunkaddr59 = getelementptr i8, ptr %arg.east, i64 %sunkaddr58
  %.359 = load double, ptr %sunkaddr59, align 8
  %.360 = fcmp ogt double %.355, %.359
  br i1 %.360, label %B661, label %B330

B330:                                             ; preds = %B292
  %sunkaddr60 = mul i64 %.190, 8
  %sunkaddr61 = getelementptr i8, ptr %arg.south, i64 %sunkaddr60
  %.373 = load double, ptr %sunkaddr61, align 8
  %.376 = getelementptr double, ptr %arg.north, i64 %.318
  %.377 = load double, ptr %.376, align 8
  %.378 = fcmp ogt double %.373, %.377
  br i1 %.378, label %B661, label %B366

B366:                                             ; preds = %B330
  %.382 = getelementptr double, ptr %arg.south, i64 %.318
  %.383 = load double, ptr %.382, align 8
  %sunkaddr62 = mul i64 %.190, 8
  %sunkaddr63 = getelementptr i8, ptr %arg.north, i64 %sunkaddr62
  %.387 = load double, ptr %sunkaddr63, align 8
  %.388 = fcmp ogt double %.383, %.387
  br i1 %.388, label %B661, label %B404.endif.endif

B534:                                             ; preds = %B404.endif.endif
  %.488 = icmp eq i64 %.325, 1
  %spec.select = select i1 %.488, i64 %.190, i64 %.318
  %spec.select277 = select i1 %.488, i64 %.318, i64 %.190
  %3 = getelementptr i64, ptr %arg.one, i64 %count.3.3182
  store i64 %spec.select, ptr %3, align 8
  %4 = getelementptr i64, ptr %arg.two, i64 %count.3.3182
  store i64 %spec.select277, ptr %4, align 8
  %.517 = add nsw i64 %count.3.3182, 1
  br label %B661

B612:                                             ; preds = %B138.endif, %B661
  %count.3.3.lcssa = phi i64 [ %count.2.1196, %B138.endif ], [ %count.4.4, %B661 ]
  %exitcond.not = icmp eq i64 %p.4.1197, %0
  br i1 %exitcond.not, label %B636, label %B90

B636:                                             ; preds = %B612, %B54
  %count.6.2 = phi i64 [ %count.5.0, %B54 ], [ %count.3.3.lcssa, %B612 ]
  %p.3.2 = phi i64 [ %p.2.0, %B54 ], [ %.107, %B612 ]
  %exitcond257.not = icmp eq i64 %.104, %arg.cells
  br i1 %exitcond257.not, label %common.ret, label %B54

B661:                                             ; preds = %B404.endif.endif, %B534, %B366, %B330, %B292, %B256, %B194
  %count.4.4 = phi i64 [ %.517, %B534 ], [ %count.3.3182, %B194 ], [ %count.3.3182, %B256 ], [ %count.3.3182, %B330 ], [ %count.3.3182, %B292 ], [ %count.3.3182, %B366 ], [ %count.3.3182, %B404.endif.endif ]
  %lsr.iv.next48 = add i64 %lsr.iv47, -1
  %scevgep53 = getelementptr i8, ptr %lsr.iv52, i64 8
  %.278 = icmp ugt i64 %lsr.iv.next48, 1
  br i1 %.278, label %B194, label %B612

B138.endif:                                       ; preds = %B90, %B138.endif.preheader
  %lsr.iv50 = phi ptr [ %scevgep49, %B138.endif.preheader ], [ %scevgep51, %B90 ]
  %lsr.iv = phi i64 [ %1, %B138.endif.preheader ], [ %lsr.iv.next, %B90 ]
  %p.4.1197 = phi i64 [ %.195, %B90 ], [ %p.2.0, %B138.endif.preheader ]
  %count.2.1196 = phi i64 [ %count.3.3.lcssa, %B90 ], [ %count.5.0, %B138.endif.preheader ]
  %.189 = getelementptr i64, ptr %arg.member, i64 %p.4.1197
  %.190 = load i64, ptr %.189, align 8
  %.195 = add nsw i64 %p.4.1197, 1
  %.233 = sub i64 %.107, %.195
  %.278179.not = icmp slt i64 %.233, 1
  br i1 %.278179.not, label %B612, label %B194.lr.ph

B194.lr.ph:                                       ; preds = %B138.endif
  br label %B194

B404.endif.endif:                                 ; preds = %B366
  %sunkaddr64 = mul i64 %.190, 8
  %sunkaddr65 = getelementptr i8, ptr %arg.bottom, i64 %sunkaddr64
  %.401 = load i64, ptr %sunkaddr65, align 8
  %.404 = getelementptr i64, ptr %arg.bottom, i64 %.318
  %.405 = load i64, ptr %.404, align 8
  %.11.i = tail call i64 @llvm.smax.i64(i64 %.405, i64 %.401)
  %sunkaddr66 = mul i64 %.190, 8
  %sunkaddr67 = getelementptr i8, ptr %arg.left, i64 %sunkaddr66
  %.439 = load i64, ptr %sunkaddr67, align 8
  %.442 = getelementptr i64, ptr %arg.left, i64 %.318
  %.443 = load i64, ptr %.442, align 8
  %.11.i20 = tail call i64 @llvm.smax.i64(i64 %.443, i64 %.439)
  %.435 = mul nsw i64 %.11.i, %arg.columns
  %.472 = add nsw i64 %.11.i20, %.435
  %.474.not = icmp eq i64 %.472, %cell.2.0
  br i1 %.474.not, label %B534, label %B661
}

define i32 @zoning_largest_circles(ptr %retptr, ptr %excinfo, i64 %arg.n, ptr %arg.first, ptr %arg.tried, i64 %arg.steps, double %arg.golden, ptr %arg.x, ptr %arg.y, ptr %arg.far_x, ptr %arg.far_y, ptr %arg.nx, ptr %arg.ny, ptr %arg.out) {
B0.endif:
  %.492 = alloca double, align 8
  %excinfo.1 = alloca ptr, align 8
  %.635 = alloca double, align 8
  %excinfo.2 = alloca ptr, align 8
  %.672 = alloca double, align 8
  %excinfo.3 = alloca ptr, align 8
  %.903 = alloca double, align 8
  %excinfo.5 = alloca ptr, align 8
  %.1006 = alloca double, align 8
  %excinfo.7 = alloca ptr, align 8
  %.123362.not = icmp slt i64 %arg.n, 1
  br i1 %.123362.not, label %B766, label %B38.endif.lr.ph

B38.endif.lr.ph:                                  ; preds = %B0.endif
  br label %B38.endif

B268:                                             ; preds = %B172.B138.loopexit_crit_edge.us, %B140.endif.lr.ph, %B38.endif.B268_crit_edge
  %.586.pre-phi = phi double [ %.pre, %B38.endif.B268_crit_edge ], [ %.473, %B140.endif.lr.ph ], [ %.473, %B172.B138.loopexit_crit_edge.us ]
  %best.7.1.lcssa = phi double [ 0xFFEFFFFFFFFFFFFF, %B38.endif.B268_crit_edge ], [ 0xFFEFFFFFFFFFFFFF, %B140.endif.lr.ph ], [ %best.6.3.us, %B172.B138.loopexit_crit_edge.us ]
  %edge.2.1.lcssa = phi i64 [ %.167, %B38.endif.B268_crit_edge ], [ %.167, %B140.endif.lr.ph ], [ %edge.4.3.us, %B172.B138.loopexit_crit_edge.us ]
  %at.2.1.lcssa = phi double [ 0.000000e+00, %B38.endif.B268_crit_edge ], [ 0.000000e+00, %B140.endif.lr.ph ], [ %at.4.3.us, %B172.B138.loopexit_crit_edge.us ]
  %.590 = fdiv double 5.000000e-01, %.586.pre-phi
  %.592 = fsub double %at.2.1.lcssa, %.590
  %.605 = fadd double %.590, %at.2.1.lcssa
  %.611 = fsub double %.605, %.592
  %.613 = fmul double %arg.golden, %.611
  %.614 = fsub double %.605, %.613
  %.621 = fadd double %.592, %.613
  store double 0.000000e+00, ptr %.635, align 8
  %.639 = call i32 @_ZN6zoning8validate7kernels13widths_source4ballB3v60B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExdxx10float64_2a10float64_2a10float64_2a10float64_2a10float64_2a10float64_2a(ptr %.635, ptr %excinfo.2, i64 %edge.2.1.lcssa, double %.614, i64 %.167, i64 %.175, ptr %arg.x, ptr %arg.y, ptr %arg.far_x, ptr %arg.far_y, ptr %arg.nx, ptr %arg.ny)
  %.649 = load double, ptr %.635, align 8
  switch i32 %.639, label %B268.endif.endif.if.if [
    i32 -2, label %B268.endif.endif.endif
    i32 0, label %B268.endif.endif.endif
  ], !prof !3

B506:                                             ; preds = %B506.preheader, %B767
  %lsr.iv = phi i64 [ %arg.steps, %B506.preheader ], [ %lsr.iv.next, %B767 ]
  %best.8.1296 = phi double [ %.11.i23, %B767 ], [ %.16.i, %B506.preheader ]
  %f_two.3.1295 = phi double [ %f_two.4.2, %B767 ], [ %.686, %B506.preheader ]
  %f_one.3.1294 = phi double [ %f_one.4.2, %B767 ], [ %.649, %B506.preheader ]
  %two.3.1293 = phi double [ %two.4.2, %B767 ], [ %.621, %B506.preheader ]
  %one.3.1292 = phi double [ %one.4.2, %B767 ], [ %.614, %B506.preheader ]
  %high.2.1291 = phi double [ %high.3.2, %B767 ], [ %.605, %B506.preheader ]
  %low.2.1290 = phi double [ %low.3.2, %B767 ], [ %.592, %B506.preheader ]
  %.855 = fcmp ogt double %f_one.3.1294, %f_two.3.1295
  br i1 %.855, label %B520, label %B636

B520:                                             ; preds = %B506
  %.884 = fsub double %two.3.1293, %low.2.1290
  %.888 = fmul double %arg.golden, %.884
  %.889 = fsub double %two.3.1293, %.888
  store double 0.000000e+00, ptr %.903, align 8
  %.907 = call i32 @_ZN6zoning8validate7kernels13widths_source4ballB3v60B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExdxx10float64_2a10float64_2a10float64_2a10float64_2a10float64_2a10float64_2a(ptr %.903, ptr %excinfo.5, i64 %edge.2.1.lcssa, double %.889, i64 %.167, i64 %.175, ptr %arg.x, ptr %arg.y, ptr %arg.far_x, ptr %arg.far_y, ptr %arg.nx, ptr %arg.ny)
  switch i32 %.907, label %B520.if.if [
    i32 -2, label %B520.endif
    i32 0, label %B520.endif
  ], !prof !3

B636:                                             ; preds = %B506
  %.988 = fsub double %high.2.1291, %one.3.1292
  %.992 = fmul double %arg.golden, %.988
  %.993 = fadd double %one.3.1292, %.992
  store double 0.000000e+00, ptr %.1006, align 8
  %.1010 = call i32 @_ZN6zoning8validate7kernels13widths_source4ballB3v60B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExdxx10float64_2a10float64_2a10float64_2a10float64_2a10float64_2a10float64_2a(ptr %.1006, ptr %excinfo.7, i64 %edge.2.1.lcssa, double %.993, i64 %.167, i64 %.175, ptr %arg.x, ptr %arg.y, ptr %arg.far_x, ptr %arg.far_y, ptr %arg.nx, ptr %arg.ny)
  switch i32 %.1010, label %B636.if.if [
    i32 -2, label %B636.endif
    i32 0, label %B636.endif
  ], !prof !3

B752:                                             ; preds = %B268.endif.endif.endif.endif.endif.endif, %B767
  %best.8.1.lcssa = phi double [ %.16.i, %B268.endif.endif.endif.endif.endif.endif ], [ %.11.i23, %B767 ]
  %.1091 = getelementptr double, ptr %arg.out, i64 %.129307369
  store double %best.8.1.lcssa, ptr %.1091, align 8
  %exitcond490.not = icmp eq i64 %.136, %arg.n
  br i1 %exitcond490.not, label %B766, label %B38.endif

common.ret:                                       ; preds = %B636.if.if, %B520.if.if, %B268.endif.endif.endif.if.if, %B268.endif.endif.if.if, %B174.endif.if.if.split.us, %B766
  %common.ret.op = phi i32 [ 0, %B766 ], [ %.496.us, %B174.endif.if.if.split.us ], [ %.639, %B268.endif.endif.if.if ], [ %.676, %B268.endif.endif.endif.if.if ], [ %.1010, %B636.if.if ], [ %.907, %B520.if.if ]
  ret i32 %common.ret.op

B766:                                             ; preds = %B752, %B0.endif
  store i64 %arg.n, ptr %retptr, align 8
  br label %common.ret

B767:                                             ; preds = %B636.endif, %B520.endif
  %.1020.sink48 = phi double [ %.1020, %B636.endif ], [ %.917, %B520.endif ]
  %low.3.2 = phi double [ %one.3.1292, %B636.endif ], [ %low.2.1290, %B520.endif ]
  %high.3.2 = phi double [ %high.2.1291, %B636.endif ], [ %two.3.1293, %B520.endif ]
  %two.4.2 = phi double [ %.993, %B636.endif ], [ %one.3.1292, %B520.endif ]
  %f_two.4.2 = phi double [ %.1020, %B636.endif ], [ %f_one.3.1294, %B520.endif ]
  %one.4.2 = phi double [ %two.3.1293, %B636.endif ], [ %.889, %B520.endif ]
  %f_one.4.2 = phi double [ %f_two.3.1295, %B636.endif ], [ %.917, %B520.endif ]
  %.10.i22 = fcmp ogt double %.1020.sink48, %best.8.1296
  %.11.i23 = select i1 %.10.i22, double %.1020.sink48, double %best.8.1296
  %lsr.iv.next = add i64 %lsr.iv, -1
  %exitcond489.not = icmp eq i64 %lsr.iv.next, 0
  br i1 %exitcond489.not, label %B752, label %B506

B38.endif:                                        ; preds = %B752, %B38.endif.lr.ph
  %.129307369 = phi i64 [ 0, %B38.endif.lr.ph ], [ %.136, %B752 ]
  %.136 = add nuw nsw i64 %.129307369, 1
  %.166 = getelementptr i64, ptr %arg.first, i64 %.129307369
  %.167 = load i64, ptr %.166, align 8
  %.174 = getelementptr i8, ptr %.166, i64 8
  %.175 = load i64, ptr %.174, align 8
  %.181 = getelementptr i64, ptr %arg.tried, i64 %.129307369
  %.182 = load i64, ptr %.181, align 8
  %.234 = sub i64 %.175, %.167
  %.277254.not = icmp slt i64 %.234, 1
  br i1 %.277254.not, label %B38.endif.B268_crit_edge, label %B140.endif.lr.ph

B38.endif.B268_crit_edge:                         ; preds = %B38.endif
  %.pre = sitofp i64 %.182 to double
  br label %B268

B140.endif.lr.ph:                                 ; preds = %B38.endif
  %.416238.not = icmp slt i64 %.182, 1
  %.473 = sitofp i64 %.182 to double
  br i1 %.416238.not, label %B268, label %B140.endif.us.preheader

B140.endif.us.preheader:                          ; preds = %B140.endif.lr.ph
  br label %B140.endif.us

B140.endif.us:                                    ; preds = %B172.B138.loopexit_crit_edge.us, %B140.endif.us.preheader
  %at.2.1259.us = phi double [ %at.4.3.us, %B172.B138.loopexit_crit_edge.us ], [ 0.000000e+00, %B140.endif.us.preheader ]
  %edge.2.1258.us = phi i64 [ %edge.4.3.us, %B172.B138.loopexit_crit_edge.us ], [ %.167, %B140.endif.us.preheader ]
  %best.7.1257.us = phi double [ %best.6.3.us, %B172.B138.loopexit_crit_edge.us ], [ 0xFFEFFFFFFFFFFFFF, %B140.endif.us.preheader ]
  %.276248256.us = phi i64 [ %.286.us, %B172.B138.loopexit_crit_edge.us ], [ %.234, %B140.endif.us.preheader ]
  %.283249255.us = phi i64 [ %.290.us, %B172.B138.loopexit_crit_edge.us ], [ %.167, %B140.endif.us.preheader ]
  %.286.us = add nsw i64 %.276248256.us, -1
  %.290.us = add i64 %.283249255.us, 1
  br label %B174.us

B174.us:                                          ; preds = %B174.endif.endif.us, %B140.endif.us
  %at.3.2243.us = phi double [ %at.2.1259.us, %B140.endif.us ], [ %at.4.3.us, %B174.endif.endif.us ]
  %edge.3.2242.us = phi i64 [ %edge.2.1258.us, %B140.endif.us ], [ %edge.4.3.us, %B174.endif.endif.us ]
  %best.5.2241.us = phi double [ %best.7.1257.us, %B140.endif.us ], [ %best.6.3.us, %B174.endif.endif.us ]
  %.422237239.us = phi i64 [ 0, %B140.endif.us ], [ %.429.us, %B174.endif.endif.us ]
  %.470.us = uitofp i64 %.422237239.us to double
  %.471.us = fadd double %.470.us, 5.000000e-01
  %.477.us = fdiv double %.471.us, %.473
  store double 0.000000e+00, ptr %.492, align 8
  %.496.us = call i32 @_ZN6zoning8validate7kernels13widths_source4ballB3v60B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExdxx10float64_2a10float64_2a10float64_2a10float64_2a10float64_2a10float64_2a(ptr %.492, ptr %excinfo.1, i64 %.283249255.us, double %.477.us, i64 %.167, i64 %.175, ptr %arg.x, ptr %arg.y, ptr %arg.far_x, ptr %arg.far_y, ptr %arg.nx, ptr %arg.ny)
  switch i32 %.496.us, label %B174.endif.if.if.split.us [
    i32 -2, label %B174.endif.endif.us
    i32 0, label %B174.endif.endif.us
  ], !prof !3

B174.endif.endif.us:                              ; preds = %B174.us, %B174.us
  %.429.us = add nuw nsw i64 %.422237239.us, 1
  %.506.us = load double, ptr %.492, align 8
  %.521.us = fcmp ogt double %.506.us, %best.5.2241.us
  %best.6.3.us = select i1 %.521.us, double %.506.us, double %best.5.2241.us
  %edge.4.3.us = select i1 %.521.us, i64 %.283249255.us, i64 %edge.3.2242.us
  %at.4.3.us = select i1 %.521.us, double %.477.us, double %at.3.2243.us
  %exitcond.not = icmp eq i64 %.182, %.429.us
  br i1 %exitcond.not, label %B172.B138.loopexit_crit_edge.us, label %B174.us

B172.B138.loopexit_crit_edge.us:                  ; preds = %B174.endif.endif.us
  %.277.us = icmp sgt i64 %.276248256.us, 1
  br i1 %.277.us, label %B140.endif.us, label %B268

B174.endif.if.if.split.us:                        ; preds = %B174.us
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B268.endif.endif.endif:                           ; preds = %B268, %B268
  store double 0.000000e+00, ptr %.672, align 8
  %.676 = call i32 @_ZN6zoning8validate7kernels13widths_source4ballB3v60B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExdxx10float64_2a10float64_2a10float64_2a10float64_2a10float64_2a10float64_2a(ptr %.672, ptr %excinfo.3, i64 %edge.2.1.lcssa, double %.621, i64 %.167, i64 %.175, ptr %arg.x, ptr %arg.y, ptr %arg.far_x, ptr %arg.far_y, ptr %arg.nx, ptr %arg.ny)
  switch i32 %.676, label %B268.endif.endif.endif.if.if [
    i32 -2, label %B268.endif.endif.endif.endif.endif.endif
    i32 0, label %B268.endif.endif.endif.endif.endif.endif
  ], !prof !3

B268.endif.endif.if.if:                           ; preds = %B268
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B268.endif.endif.endif.if.if:                     ; preds = %B268.endif.endif.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B268.endif.endif.endif.endif.endif.endif:         ; preds = %B268.endif.endif.endif, %B268.endif.endif.endif
  %0 = icmp slt i64 %arg.steps, 1
  %.686 = load double, ptr %.672, align 8
  %.13.i = fcmp ogt double %.649, %best.7.1.lcssa
  %.14.i = select i1 %.13.i, double %.649, double %best.7.1.lcssa
  %.15.i = fcmp ogt double %.686, %.14.i
  %.16.i = select i1 %.15.i, double %.686, double %.14.i
  br i1 %0, label %B752, label %B506.preheader

B506.preheader:                                   ; preds = %B268.endif.endif.endif.endif.endif.endif
  br label %B506

B520.endif:                                       ; preds = %B520, %B520
  %.917 = load double, ptr %.903, align 8
  br label %B767

B520.if.if:                                       ; preds = %B520
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B636.endif:                                       ; preds = %B636, %B636
  %.1020 = load double, ptr %.1006, align 8
  br label %B767

B636.if.if:                                       ; preds = %B636
  store ptr null, ptr %excinfo, align 8
  br label %common.ret
}

define linkonce_odr i32 @_ZN6zoning8validate7kernels13widths_source4ballB3v60B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExdxx10float64_2a10float64_2a10float64_2a10float64_2a10float64_2a10float64_2a(ptr %retptr, ptr %excinfo, i64 %arg.edge, double %arg.at, i64 %arg.begin, i64 %arg.end, ptr %arg.x, ptr %arg.y, ptr %arg.far_x, ptr %arg.far_y, ptr %arg.nx, ptr %arg.ny) {
B0.endif:
  %.27 = getelementptr double, ptr %arg.x, i64 %arg.edge
  %.28 = load double, ptr %.27, align 8
  %.30 = getelementptr double, ptr %arg.far_x, i64 %arg.edge
  %.31 = load double, ptr %.30, align 8
  %.35 = fsub double %.31, %.28
  %.36 = fmul double %arg.at, %.35
  %.37 = fadd double %.28, %.36
  %.42 = getelementptr double, ptr %arg.y, i64 %arg.edge
  %.43 = load double, ptr %.42, align 8
  %.45 = getelementptr double, ptr %arg.far_y, i64 %arg.edge
  %.46 = load double, ptr %.45, align 8
  %.50 = fsub double %.46, %.43
  %.51 = fmul double %arg.at, %.50
  %.52 = fadd double %.43, %.51
  %.57 = getelementptr double, ptr %arg.nx, i64 %arg.edge
  %.58 = load double, ptr %.57, align 8
  %.63 = getelementptr double, ptr %arg.ny, i64 %arg.edge
  %.64 = load double, ptr %.63, align 8
  %.107 = sub i64 %arg.end, %arg.begin
  %.15242.not = icmp slt i64 %.107, 1
  br i1 %.15242.not, label %B672, label %B190.preheader

B190.preheader:                                   ; preds = %B0.endif
  %0 = add nuw i64 %.107, 1
  %1 = shl i64 %arg.begin, 3
  br label %B190

B190:                                             ; preds = %B670, %B190.preheader
  %lsr.iv1 = phi i64 [ %1, %B190.preheader ], [ %lsr.iv.next2, %B670 ]
  %lsr.iv = phi i64 [ %0, %B190.preheader ], [ %lsr.iv.next, %B670 ]
  %radius.4.045 = phi double [ 0x7FEFFFFFFFFFFFFF, %B190.preheader ], [ %radius.5.1, %B670 ]
  %scevgep7 = getelementptr i8, ptr %arg.nx, i64 %lsr.iv1
  %.196 = load double, ptr %scevgep7, align 8
  %scevgep6 = getelementptr i8, ptr %arg.ny, i64 %lsr.iv1
  %.202 = load double, ptr %scevgep6, align 8
  %scevgep5 = getelementptr i8, ptr %arg.x, i64 %lsr.iv1
  %.208 = load double, ptr %scevgep5, align 8
  %.210 = fsub double %.208, %.37
  %scevgep4 = getelementptr i8, ptr %arg.y, i64 %lsr.iv1
  %.216 = load double, ptr %scevgep4, align 8
  %.218 = fsub double %.216, %.52
  %scevgep3 = getelementptr i8, ptr %arg.far_x, i64 %lsr.iv1
  %.224 = load double, ptr %scevgep3, align 8
  %.226 = fsub double %.224, %.37
  %scevgep = getelementptr i8, ptr %arg.far_y, i64 %lsr.iv1
  %.232 = load double, ptr %scevgep, align 8
  %.234 = fsub double %.232, %.52
  %.240 = fmul double %.196, %.210
  %.243 = fmul double %.202, %.218
  %.244 = fadd double %.240, %.243
  %.251 = fmul double %.58, %.196
  %.254 = fmul double %.64, %.202
  %.255 = fadd double %.251, %.254
  %.257 = fsub double 1.000000e+00, %.255
  %.263 = fcmp olt double %.244, 0.000000e+00
  %.270 = fcmp une double %.257, 0.000000e+00
  %or.cond = select i1 %.263, i1 %.270, i1 false
  br i1 %or.cond, label %B388.endif, label %B502

B456:                                             ; preds = %B388.endif
  %.315 = fmul double %.202, %.226
  %.320 = fmul double %.196, %.234
  %.323 = fsub double %.315, %.320
  %.325 = fcmp olt double %.296, %.323
  %.334 = fcmp olt double %.280, %radius.4.045
  %or.cond39 = select i1 %.325, i1 %.334, i1 false
  br i1 %or.cond39, label %B498, label %B502

B498:                                             ; preds = %B456
  br label %B502

B502:                                             ; preds = %B388.endif, %B498, %B456, %B190
  %radius.7.1 = phi double [ %.280, %B498 ], [ %radius.4.045, %B190 ], [ %radius.4.045, %B456 ], [ %radius.4.045, %B388.endif ]
  %.364 = fmul double %.58, %.210
  %.367 = fmul double %.64, %.218
  %.368 = fadd double %.364, %.367
  %.370 = fmul double %.368, 2.000000e+00
  %.376 = fcmp ogt double %.370, 0.000000e+00
  br i1 %.376, label %B542.endif, label %B586

B582:                                             ; preds = %B542.endif
  br label %B586

B586:                                             ; preds = %B542.endif, %B582, %B502
  %radius.6.1 = phi double [ %.396, %B582 ], [ %radius.7.1, %B542.endif ], [ %radius.7.1, %B502 ]
  %.430 = fmul double %.58, %.226
  %.433 = fmul double %.64, %.234
  %.434 = fadd double %.430, %.433
  %.436 = fmul double %.434, 2.000000e+00
  %.442 = fcmp ogt double %.436, 0.000000e+00
  br i1 %.442, label %B626.endif, label %B670

B666:                                             ; preds = %B626.endif
  br label %B670

B670:                                             ; preds = %B626.endif, %B666, %B586
  %radius.5.1 = phi double [ %.462, %B666 ], [ %radius.6.1, %B626.endif ], [ %radius.6.1, %B586 ]
  %lsr.iv.next = add i64 %lsr.iv, -1
  %lsr.iv.next2 = add i64 %lsr.iv1, 8
  %.152 = icmp ugt i64 %lsr.iv.next, 1
  br i1 %.152, label %B190, label %B672

B672:                                             ; preds = %B670, %B0.endif
  %radius.4.0.lcssa = phi double [ 0x7FEFFFFFFFFFFFFF, %B0.endif ], [ %radius.5.1, %B670 ]
  store double %radius.4.0.lcssa, ptr %retptr, align 8
  ret i32 0

B388.endif:                                       ; preds = %B190
  %.245 = fneg double %.244
  %.280 = fdiv double %.245, %.257
  %.290 = fmul double %.58, %.202
  %.293 = fmul double %.64, %.196
  %.294 = fsub double %.290, %.293
  %.296 = fmul double %.294, %.280
  %.302 = fmul double %.202, %.210
  %.305 = fmul double %.196, %.218
  %.306 = fsub double %.302, %.305
  %.308 = fcmp ogt double %.296, %.306
  br i1 %.308, label %B456, label %B502

B542.endif:                                       ; preds = %B502
  %.383 = fmul double %.210, %.210
  %.388 = fmul double %.218, %.218
  %.391 = fadd double %.383, %.388
  %.396 = fdiv double %.391, %.370
  %.404 = fcmp olt double %.396, %radius.7.1
  br i1 %.404, label %B582, label %B586

B626.endif:                                       ; preds = %B586
  %.449 = fmul double %.226, %.226
  %.454 = fmul double %.234, %.234
  %.457 = fadd double %.449, %.454
  %.462 = fdiv double %.457, %.436
  %.470 = fcmp olt double %.462, %radius.6.1
  br i1 %.470, label %B666, label %B670
}


!0 = distinct !{!0, !1}
!1 = !{!"llvm.loop.unroll.disable"}
!2 = distinct !{!2, !1}
!3 = !{!"branch_weights", i32 1, i32 49, i32 49}
